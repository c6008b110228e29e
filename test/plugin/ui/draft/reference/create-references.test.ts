import { expect, test } from 'vitest'
import type { Selection } from '../../../../../shared/selection.ts'
import { flatPicture } from '../../../../e2e/flat-picture.ts'
import { NO_SELECTION } from '../../../../fakes/scripted-canvas.ts'
import { createScriptedEngine } from '../../../../fakes/scripted-engine.ts'
import { startProxy } from '../../../../server/start-proxy.ts'
import { eventually } from '../../eventually.ts'
import type { DeskOptions } from '../../open-desk.ts'
import { DOCUMENT, addressOf, openDesk } from '../../open-desk.ts'

const BRIEF = 'a cook'
const PHOTO = { node: '1:1', name: 'Customer photo' }
const ELSEWHERE = 'https://maquette.example.com'
const photo = async () => new Uint8Array(await flatPicture(688, 1024))

const scripted = (remote: boolean) =>
  Object.assign(
    createScriptedEngine({ referenceUses: ['follow'] }, remote ? 'replicate' : 'sample'),
    { label: remote ? 'Replicate' : 'Sample', remote },
  )

const open = async (options: Partial<DeskOptions> = {}) => {
  const own = scripted(false)
  const remote = scripted(true)
  const proxy = await startProxy({ engines: [own, remote] })
  const posts: string[] = []
  const desk = await openDesk({
    port: proxy.port,
    token: proxy.proxy.token,
    reference: await photo(),
    ...options,
    // A name for the proxy from elsewhere leads to it all the same.
    fetch: (input, init) => {
      if (init?.method === 'POST') posts.push(new URL(addressOf(input)).pathname)
      return fetch(addressOf(input).replace(ELSEWHERE, `http://127.0.0.1:${proxy.port}`), init)
    },
  })
  await desk.isConnected()
  return { ...desk.drafting, ...desk, proxy, own, remote, posts }
}
type Desk = Awaited<ReturnType<typeof open>>

const sentBy = ({ panel }: Desk) => panel.jobs.list.value.map(({ request }) => request.reference)
const uploads = ({ posts }: Desk) => posts.filter((path) => path === '/v1/files')

test('a frame becomes the reference of the drafts, in its shape, and stays when she selects something else', async () => {
  const desk = await open()
  const { references, form, resolved, canvas, press, own, proxy } = desk
  await references.choose(PHOTO)
  expect(form.form.value.reference).toMatchObject({
    name: 'Layer 1:1',
    use: 'follow',
    strength: 0.8,
    width: 688,
    height: 1024,
    on: true,
  })
  const { file } = references.chosen.value!
  const stored = await proxy.request(`/v1/files/${file}`)
  expect(new Uint8Array(await stored.arrayBuffer())).toEqual(await photo())

  const elsewhere: Selection = {
    ...NO_SELECTION,
    count: 1,
    first: { node: '2:2', name: 'Elsewhere', width: 100, height: 100 },
  }
  canvas.select(elsewhere)
  references.change({ strength: 0.35 })
  expect(resolved.value?.size).toEqual({ width: 688, height: 1024 })
  await press(BRIEF)
  const { picture } = await own.started(4)
  expect(picture.reference).toEqual({ file, use: 'follow', strength: 0.35 })
  expect(picture).toMatchObject({ width: 688, height: 1024 })
})

test('switched off or removed, it is not sent', async () => {
  const desk = await open()
  const { references, press } = desk
  await references.choose(PHOTO)
  references.change({ on: false })
  await press(BRIEF)
  references.remove()
  await press(BRIEF)
  await eventually(() => expect(sentBy(desk)).toEqual([undefined, undefined]))
})

test('another frame takes its place and keeps how closely it is followed', async () => {
  const { references } = await open()
  await references.choose(PHOTO)
  references.change({ strength: 0.3, on: false })
  await references.choose({ node: '1:2', name: 'Another' })
  expect(references.chosen.value).toMatchObject({ name: 'Layer 1:2', strength: 0.3, on: true })
})

test('the button waits while the frame is read, and a frame that is gone is said in words', async () => {
  const { references, form, problem, panel, canvas } = await open({ reference: undefined as never })
  form.change({ brief: BRIEF })
  expect(problem.value).toBeNull()
  panel.attempt(() => references.choose(PHOTO))
  expect(problem.value).toBe('Reading the frame')
  await eventually(() => expect(panel.trouble.value).toMatch(/not in the file any more/))
  expect(problem.value).toBeNull()
  expect(references.chosen.value).toBeNull()
  expect(canvas.state.calls).toContain('exportReference')
})

test('an engine elsewhere gets it after her yes, which the document keeps', async () => {
  const desk = await open()
  const { references, form, problem, canvas, press, posts, remote } = desk
  form.change({ engine: 'replicate', version: 'you/lora', brief: BRIEF })
  await references.choose(PHOTO)
  expect(references.question.value).toMatchObject({ name: 'Customer photo', to: 'Replicate' })
  expect(uploads(desk)).toEqual([])
  await press(BRIEF)
  expect(posts).toEqual([])
  expect(problem.value).toBe('Say whether the reference may be sent')

  await references.answer('allowed')
  expect(canvas.state.consent).toBe('allowed')
  expect(uploads(desk)).toHaveLength(1)
  await press(BRIEF)
  expect((await remote.started(1)).picture.reference?.file).toBe(references.chosen.value?.file)
  await references.choose({ node: '1:2', name: 'Another' })
  expect(references.question.value).toBeNull()
})

test('after her no nothing is uploaded, and an explicit choice asks again', async () => {
  const desk = await open({ origin: ELSEWHERE })
  const { references, canvas } = desk
  await references.choose(PHOTO)
  expect(references.question.value?.to).toBe('maquette.example.com')
  await references.answer('refused')
  expect(canvas.state.consent).toBe('refused')
  expect(references.chosen.value).toBeNull()
  expect(canvas.state.calls).not.toContain('exportReference')
  expect(uploads(desk)).toEqual([])
  await references.choose(PHOTO)
  expect(references.question.value?.name).toBe('Customer photo')
  expect(uploads(desk)).toEqual([])
})

test('an engine elsewhere that is chosen later asks before the press', async () => {
  const desk = await open()
  const { references, form, problem, press, remote, posts } = desk
  await references.choose(PHOTO)
  expect(references.question.value).toBeNull()
  form.change({ engine: 'replicate', version: 'you/lora' })
  await press(BRIEF)
  expect(problem.value).toBe('Say whether the reference may be sent')
  expect(posts).not.toContain('/v1/jobs')
  await references.answer('refused')
  await press(BRIEF)
  expect((await remote.started(1)).picture.reference).toBeUndefined()
  expect(references.chosen.value).toMatchObject({ on: true })
})

test('a colleague’s recipe asks as well, and one without a reference has none', async () => {
  const desk = await open()
  const { references, press, own, drafts, useRecipe, form, problem } = desk
  await references.choose(PHOTO)
  own.onRun = (run) => void photo().then((bytes) => run.say({ type: 'finished', bytes }))
  await press(BRIEF)
  await eventually(() => expect(drafts()).toHaveLength(4))
  const [recipe] = drafts()
  expect(recipe?.reference).toMatchObject({ use: 'follow', strength: 0.8 })
  references.remove()

  useRecipe({ ...recipe!, engine: 'replicate', version: 'you/lora' }, false)
  expect(references.chosen.value).toMatchObject({
    ...recipe?.reference,
    name: 'Reference of this draft',
    width: 688,
    height: 1024,
    on: true,
  })
  expect(problem.value).toBe('Say whether the reference may be sent')
  useRecipe({ ...recipe!, reference: null }, false)
  expect(form.form.value.reference).toBeNull()
})

test('a retry sends the reference of its job only where that is allowed, in the shape of the job', async () => {
  const desk = await open({ consent: 'allowed' })
  const { references, form, press, remote, panel, retry, canvas } = desk
  form.change({ engine: 'replicate', version: 'you/lora', count: 2 })
  remote.onRun = (run) =>
    void photo().then((bytes) =>
      run.say(
        run === remote.runs[0]
          ? { type: 'finished', bytes }
          : { type: 'failed', error: { code: 'engine_failed', message: 'No.', charged: 'no' } },
      ),
    )
  await references.choose(PHOTO)
  form.change({ count: 2 })
  await press(BRIEF)
  await eventually(() => expect(panel.jobs.list.value[0]?.state).toBe('succeeded'))
  await references.answer('refused')

  const [job] = panel.jobs.list.value
  const failed = job!.runs.find(({ state }) => state === 'failed')!
  await retry({ job: job!.id, index: failed.index })
  expect(remote.runs).toHaveLength(2)
  expect(references.question.value).toMatchObject({ to: 'Replicate' })
  canvas.remove(({ recipe }) => recipe === null)
  await references.answer('allowed')
  const { picture } = await remote.started(3)
  expect(picture.reference).toEqual(job?.request.reference)
  expect(picture.seed).toBe(failed.seed)
  expect(canvas.state.reserved).toMatchObject([
    expect.objectContaining({ width: 688, height: 1024, count: 2 }),
    expect.objectContaining({ width: 688, height: 1024, count: 1 }),
  ])
})

test('a picture that the proxy lost is asked for again', async () => {
  const desk = await open()
  const { references, form, problem, panel, drafting, canvas } = desk
  await references.choose(PHOTO)
  const file = '0'.repeat(64) as NonNullable<typeof references.chosen.value>['file']
  form.change({ brief: BRIEF, reference: { ...references.chosen.value!, file } })
  panel.attempt(drafting.press)
  await eventually(() => expect(panel.trouble.value).toMatch(/Select it again/))
  expect(references.isGone.value).toBe(true)
  expect(problem.value).toBe('Select the reference again, or turn it off')
  expect(canvas.state.frames).toEqual([])
  await references.choose(PHOTO)
  expect(problem.value).toBeNull()
})

test('a reference is of one file: in another file the form comes without it', async () => {
  const { references, form } = await open()
  await references.choose(PHOTO)
  const kept = form.form.value
  expect((await open({ form: kept })).references.chosen.value?.file).toBe(kept.reference?.file)
  const another = DOCUMENT.replaceAll('0', '1') as typeof DOCUMENT
  expect((await open({ form: kept, document: another })).references.chosen.value).toBeNull()
})
