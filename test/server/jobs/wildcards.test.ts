import { expect, it } from 'vitest'
import { jobRequest } from '../job-request.ts'
import { startProxy } from '../start-proxy.ts'

const brief = 'a cat in a {red|blue} cape'

it('gives each picture one value, in turn, and records it', async () => {
  const seeds = [8, 100, 3, 40]
  const { create, ended } = await startProxy({ randomSeed: () => seeds.shift() ?? 0 })
  const { id } = await create(jobRequest({ brief, count: 4, settings: {} }))
  const { outputs, prompt } = await ended(id)
  expect(outputs.map((output) => output.brief)).toEqual([
    'a cat in a red cape',
    'a cat in a blue cape',
    'a cat in a red cape',
    'a cat in a blue cape',
  ])
  expect(outputs.every((output) => output.prompt.includes(output.brief!))).toBe(true)
  expect(prompt).toContain(brief)
})

it('gives the same value to the same seed, so that a picture can be had again', async () => {
  const { create, ended } = await startProxy()
  const { id } = await create(jobRequest({ brief, count: 2, settings: { seed: 4_294_967_295 } }))
  const { outputs, request } = await ended(id)
  expect(outputs.map(({ seed }) => seed)).toEqual([4_294_967_295, 0])
  for (const output of outputs) {
    const { seed } = output
    const again = await create(
      jobRequest({ ...request, id: jobRequest().id, count: 1, settings: { seed } }),
    )
    const [same] = (await ended(again.id)).outputs
    expect(same).toMatchObject({ brief: output.brief, file: output.file })
  }
})

it('remembers the picture that a job grew from', async () => {
  const { create, ended } = await startProxy()
  const parent = { job: jobRequest().id, index: 2 }
  const { id } = await create(jobRequest({ parent }))
  expect((await ended(id)).request.parent).toEqual(parent)
})
