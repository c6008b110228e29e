import { expect, test } from 'vitest'
import { startProxy } from '../../../server/start-proxy.ts'
import { openDesk } from '../open-desk.ts'
import { eventually } from '../eventually.ts'

const BRIEF = 'an astronaut holding a cat'

test('a quick action brings its brief along', async () => {
  const { port } = await startProxy()
  const { drafting } = await openDesk({ port, launch: { command: 'draft', brief: BRIEF } })
  expect(drafting.form.form.value.brief).toBe(BRIEF)
})

test('"Draft more like this" takes the recipe over, with its seed when that is asked for', async () => {
  const { port, proxy } = await startProxy()
  const { press, drafts } = await openDesk({ port, token: proxy.token })
  await press(BRIEF)
  await eventually(() => expect(drafts()).toHaveLength(4))
  const recipe = drafts()[2]!
  const launched = async (withSeed: boolean) => {
    const { drafting } = await openDesk({
      port,
      launch: { command: 'use-settings', recipe, withSeed },
    })
    return drafting.form.form.value
  }
  expect(await launched(true)).toMatchObject({
    brief: BRIEF,
    aspectRatio: '1:1',
    seed: { locked: true, value: recipe.settings.seed },
  })
  expect((await launched(false)).seed.locked).toBe(false)
})

test('"Try again" on a failed frame draws it again in its place, where that is free', async () => {
  const { port, proxy } = await startProxy()
  const first = await openDesk({ port, token: proxy.token })
  await first.press(`${BRIEF} #fail:3`)
  await eventually(() => expect(first.drafts()).toHaveLength(3))
  await eventually(() => expect(first.canvas.state.frames[2]?.failure).not.toBeNull())
  first.close()
  const { frames } = first.canvas.state
  const { job, index, node } = frames[2]!
  const { drafts, canvas } = await openDesk({
    port,
    token: proxy.token,
    frames,
    launch: { command: 'retry', picture: { job, index } },
  })
  await eventually(() => expect(drafts()).toHaveLength(4))
  expect(canvas.state.frames.find((frame) => frame.node === node)?.recipe?.job).not.toBe(job)
  expect(canvas.state.calls.filter((name) => name === 'reassign')).toHaveLength(1)
})

test('the other commands open what they name', async () => {
  const { port } = await startProxy()
  const { panel } = await openDesk({ port, launch: { command: 'settings' } })
  expect(panel.tab.value).toBe('Settings')
  const { drafting } = await openDesk({ port, launch: { command: 'unplaced' } })
  expect(drafting.asksForUnplaced.value).toBe(true)
})
