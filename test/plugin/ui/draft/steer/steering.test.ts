import { beforeEach, describe, expect, test } from 'vitest'
import { describeStep } from '../../../../../plugin/ui/draft/steer/describe-step.ts'
import { stepRequest } from '../../../../../plugin/ui/draft/steer/step-request.ts'
import type { Recipe } from '../../../../../shared/recipe.ts'
import { startProxy } from '../../../../server/start-proxy.ts'
import { eventually } from '../../eventually.ts'
import { openDesk } from '../../open-desk.ts'

const BRIEF = 'a wizard with a red cape'

const open = async () => {
  const started = await startProxy()
  const desk = await openDesk({ port: started.port, token: started.proxy.token })
  await desk.press(BRIEF)
  await eventually(() => expect(desk.drafts()).toHaveLength(4))
  const recipe = desk.drafts()[1]!
  return { started, ...desk, recipe, steering: desk.drafting.steering }
}
let desk: Awaited<ReturnType<typeof open>>
beforeEach(async () => {
  desk = await open()
})

/** The drafts of the job that grew from the first one's. */
const grown = async (count: number): Promise<Recipe[]> => {
  const { drafts, recipe } = desk
  await eventually(() => expect(drafts()).toHaveLength(4 + count))
  return drafts().filter(({ job }) => job !== recipe.job)
}

test.each([
  ['more-subtle', 0.35, 'More like this, subtle'],
  ['more-strong', 0.65, 'More like this, strong'],
] as const)(
  '%s follows the draft itself, with new seeds, under it',
  async (action, strength, label) => {
    const { steering, recipe, canvas } = desk
    await steering.take('1:7', recipe, { action })
    const drafts = await grown(4)
    expect(canvas.state.reserved.at(-1)).toMatchObject({
      count: 4,
      width: 1024,
      height: 1024,
      under: { node: '1:7', label },
    })
    for (const draft of drafts)
      expect(draft).toMatchObject({
        brief: BRIEF,
        parent: { job: recipe.job, index: recipe.index },
        reference: { file: recipe.file, use: 'follow', strength },
      })
    expect(drafts.map(({ settings }) => settings.seed)).not.toContain(recipe.settings.seed)
  },
)

test('one thing changed keeps the seed, draws one picture, and says what changed', async () => {
  const { steering, recipe, canvas } = desk
  const brief = 'a wizard with a blue cape'
  await steering.take('1:7', recipe, { action: 'change', brief })
  const [draft] = await grown(1)
  expect(draft).toMatchObject({
    brief,
    settings: recipe.settings,
    reference: null,
    parent: { job: recipe.job, index: 1 },
  })
  expect(canvas.state.reserved.at(-1)?.under?.label).toBe('red → blue')
})

test('a new seed changes nothing else', async () => {
  const { steering, recipe } = desk
  await steering.take('1:7', recipe, { action: 'new-seed' })
  const [draft] = await grown(4)
  const { seed, ...settings } = recipe.settings
  expect(draft).toMatchObject({ brief: BRIEF, settings, reference: null })
  expect(draft?.settings.seed).not.toBe(seed)
})

test('a draft whose style or engine is gone is not sent, and says why', () => {
  const { steering, recipe, panel } = desk
  const seed = { action: 'new-seed' } as const
  expect(steering.problem(recipe, seed)).toBeNull()
  const style = { id: 'gone' as Recipe['style']['id'], name: 'Gone' }
  expect(steering.problem({ ...recipe, style }, seed)).toMatch(/no style “Gone”/)
  expect(steering.problem({ ...recipe, engine: 'comfyui' }, seed)).toMatch(/engine/)
  const change = { action: 'change', brief: ` ${BRIEF} ` } as const
  expect(steering.problem(recipe, change)).toBe('Change a word first')
  expect(panel.jobs.list.value).toHaveLength(1)
})

test('a mark goes onto the canvas and to the proxy, and comes back to other panels', async () => {
  const { steering, recipe, canvas, panel, started } = desk
  const other = await openDesk({ port: started.port, token: started.proxy.token })
  await steering.mark([recipe], { kind: 'star' })
  expect(canvas.state.marked).toEqual([
    { pictures: [{ job: recipe.job, index: 1 }], mark: { kind: 'star' } },
  ])
  const markIn = (desk: Pick<typeof other, 'panel'>) =>
    desk.panel.jobs.jobs.value.get(recipe.job)?.outputs[1]?.mark
  expect(markIn({ panel })).toEqual({ kind: 'star' })
  await eventually(() => expect(markIn(other)).toEqual({ kind: 'star' }))
  await steering.mark([recipe], null)
  await eventually(() => expect(markIn(other)).toBeNull())
})

test('tidying drops the queued jobs of a brief that has a star, and no others', async () => {
  const { steering, recipe, canvas, press, panel } = desk
  // Nine pictures at once is more than the engine draws: the last jobs wait.
  for (let at = 0; at < 3; at += 1) await press(`${BRIEF} #stuck`)
  await press(BRIEF)
  await press('a cook')
  const queued = () => panel.jobs.list.value.filter(({ state }) => state === 'queued')
  await eventually(() => expect(queued().length).toBeGreaterThan(1))
  await steering.mark([recipe], { kind: 'star' })
  expect(steering.needless().map(({ request }) => request.brief)).toEqual([BRIEF])
  await steering.tidy('fold')
  expect(canvas.state.tidied).toEqual(['fold'])
  await eventually(() => expect(queued().map(({ request }) => request.brief)).not.toContain(BRIEF))
  expect(queued().map(({ request }) => request.brief)).toContain('a cook')
})

test('a relaunch button draws at once where that is free', async () => {
  const { recipe, started } = desk
  const launched = await openDesk({
    port: started.port,
    token: started.proxy.token,
    launch: { command: 'steer', action: 'more-subtle', recipe },
    selection: {
      count: 1,
      first: { node: '1:7', name: 'Draft', width: 1024, height: 1024 },
      recipe,
      placeholder: null,
      layers: [],
    },
  })
  await eventually(() => expect(launched.drafts()).toHaveLength(4))
  expect(launched.canvas.state.reserved[0]?.under?.node).toBe('1:7')
})

test('a relaunch button for one change opens its form instead', async () => {
  const { recipe, started } = desk
  const { drafting } = await openDesk({
    port: started.port,
    token: started.proxy.token,
    launch: { command: 'steer', action: 'change', recipe },
  })
  await eventually(() => expect(drafting.steering.asked.value).toBe('change'))
})

describe('the label', () => {
  test.each([
    [BRIEF, 'a wizard with a blue cape', 'red → blue'],
    [BRIEF, `${BRIEF} and a staff`, '+ and a staff'],
    [BRIEF, 'a wizard with a cape', '− red'],
  ])('from “%s” to “%s” is “%s”', (before, brief, label) =>
    expect(describeStep(before, { action: 'change', brief })).toBe(label),
  )
})

test('the version that drew it draws it again', () => {
  const request = stepRequest(
    { ...desk.recipe, version: 'me/nua:abc' },
    { action: 'new-seed' },
    { id: desk.panel.newJobId(), document: desk.panel.document, count: 2 },
  )
  expect(request).toMatchObject({ version: 'me/nua:abc', count: 2 })
})
