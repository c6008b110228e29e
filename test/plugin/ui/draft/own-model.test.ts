import { expect, test } from 'vitest'
import { newForm } from '../../../../plugin/ui/draft/new-form.ts'
import { saveStyle } from '../../../../plugin/ui/draft/save-style.ts'
import type { Status } from '../../../../shared/contract/index.ts'
import { FIRST_STYLE } from '../../../../shared/first-style.ts'
import { openReplicate } from '../../../server/replicate/open-replicate.ts'
import { eventually } from '../eventually.ts'
import { addressOf, openDesk } from '../open-desk.ts'

const BRIEF = 'an astronaut holding a cat'
const SDXL = 'maker/nua-sdxl'

/** A panel at a proxy with a fake Replicate; `asked` are the models that it asked about. */
const open = async (changes: { token?: string; model?: string | null } = {}) => {
  const { fake, start } = await openReplicate()
  const started = await start(changes)
  const asked: string[] = []
  let isLost = false
  const desk = await openDesk({
    port: started.port,
    token: started.proxy.token,
    form: { ...newForm(FIRST_STYLE), brief: BRIEF, steps: 80, loraScale: 2 },
    fetch: async (input, init) => {
      const { pathname, searchParams } = new URL(addressOf(input))
      if (pathname !== '/v1/models') return fetch(input, init)
      asked.push(searchParams.get('name') ?? '')
      if (isLost) throw new TypeError('Failed to fetch')
      return fetch(input, init)
    },
  })
  await desk.isConnected()
  const { name, trigger, template, defaults } = FIRST_STYLE
  const body = { name, trigger, template, defaults }
  return {
    ...desk,
    fake,
    started,
    asked,
    /** Questions about models do not arrive. */
    loseModels: (lost: boolean) => (isLost = lost),
    /** Gives the style a model, behind the panel's back. */
    giveModel: async (model: string) => {
      await started.call('updateStyle', `/v1/styles/${FIRST_STYLE.id}`, {
        json: { ...body, model },
      })
      await desk.panel.proxy.check()
    },
    /** What the editor's button does. */
    save: (model: string | null, before = stored(desk.panel.proxy.status.value)) =>
      saveStyle(desk.panel, before, { ...body, model }),
  }
}
const stored = (status: Status | null) => status!.styles.find(({ id }) => id === FIRST_STYLE.id)!

test('a style with a model of its own has that model’s ranges, shapes and price', async () => {
  const { drafting, giveModel, asked, panel } = await open()
  const usual = drafting.resolved.value!
  expect(usual.settings).toMatchObject({ steps: 50, loraScale: 2 })
  await giveModel(SDXL)
  await eventually(() => expect(panel.models.known(SDXL)).not.toBeNull())
  const own = drafting.resolved.value!
  expect(own.model).toBe(SDXL)
  expect(own.capabilities).toEqual(panel.models.known(SDXL)?.capabilities)
  expect(own.settings).toMatchObject({ steps: 80, loraScale: 1 })
  expect(own.capabilities.pricePerPicture.usd).not.toBe(usual.capabilities.pricePerPicture.usd)
  expect(drafting.problem.value).toBeNull()
  expect(asked).toEqual([SDXL])
})

test('nobody asks about the engine’s default model: the engine says what it can do', async () => {
  const { drafting, asked, press, drafts } = await open()
  await press(BRIEF)
  await eventually(() => expect(drafts()).toHaveLength(drafting.resolved.value!.count))
  expect(asked).toEqual([])
})

test.each([
  ['yorickvp/llava-13b', /^This model does not draw pictures from words/],
  ['maker/none', /^Replicate has no such model/],
])('%s cannot be pressed, and the button says why', async (model, words) => {
  const { drafting, giveModel, press, started } = await open()
  await giveModel(model)
  await eventually(() => expect(drafting.problem.value).toMatch(words))
  await press(BRIEF)
  expect((await started.call('listJobs', '/v1/jobs')).jobs).toEqual([])
})

test('a press on what a model’s failure blocks asks about it once more', async () => {
  const { drafting, giveModel, press, asked } = await open({ model: null })
  await giveModel('maker/none')
  await eventually(() => expect(drafting.problem.value).toMatch(/no such model/))
  await press(BRIEF)
  expect(asked).toEqual(['maker/none', 'maker/none'])
})

test('a failed question blocks nothing, and is put again when the proxy is there again', async () => {
  const { drafting, giveModel, loseModels, panel, asked } = await open()
  loseModels(true)
  await giveModel(SDXL)
  await eventually(() => expect(panel.models.of(SDXL)?.state).toBe('failed'))
  expect(drafting.problem.value).toBeNull()
  loseModels(false)
  await panel.proxy.tryAgain()
  await eventually(() => expect(panel.models.known(SDXL)).not.toBeNull())
  expect(asked).toEqual([SDXL, SDXL])
})

test('a failed picture’s retry costs what its own model costs', async () => {
  const { drafting, giveModel, fake, panel, press } = await open()
  await giveModel(SDXL)
  await eventually(() => expect(panel.models.known(SDXL)).not.toBeNull())
  fake.script.run({ outcome: { fail: 'It broke.' }, times: 4 })
  await press(BRIEF)
  await eventually(() => expect(panel.jobs.list.value[0]?.state).toBe('failed'))
  const job = panel.jobs.list.value[0]!
  await giveModel('maker/nua-figurine')
  expect(drafting.capabilitiesOf(job)).toEqual(panel.models.known(SDXL)?.capabilities)
})

test('the editor takes a model that draws, and refuses one that is known not to', async () => {
  const { save, panel, started } = await open()
  const models = async () =>
    (await started.call('getStatus', '/v1/status')).styles.map(({ model }) => model)
  const before = await models()
  expect(await save('maker/none')).toBeNull()
  expect(await save('yorickvp/llava-13b')).toBeNull()
  expect(await models()).toEqual(before)
  const { pinned } = await started.call('describeModel', `/v1/models?name=${SDXL}`)
  expect(pinned).toMatch(/^maker\/nua-sdxl:[0-9a-f]{64}$/)
  expect(await save(SDXL)).toMatchObject({ model: pinned })
  expect(stored(panel.proxy.status.value)).toMatchObject({
    model: pinned,
    versions: [{ number: 1, model: pinned }],
  })
})

test('the editor takes a model that could not be checked, and says so', async () => {
  const { save, canvas } = await open({ token: 'r8_wrong' })
  expect(await save(SDXL)).toMatchObject({ model: SDXL })
  expect(canvas.state.told).toContain('Saved. The model could not be checked.')
})

test('a style whose model has gone can still be changed in other ways', async () => {
  const { save, giveModel, canvas } = await open()
  await giveModel('maker/none')
  expect(await save('maker/none')).toMatchObject({ model: 'maker/none' })
  expect(canvas.state.told).toEqual([])
})
