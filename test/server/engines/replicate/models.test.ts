import { afterAll, beforeAll, expect, test } from 'vitest'
import { readImageHeader } from '../../../../shared/image-header.ts'
import type { Bench } from './open-engine.ts'
import { openBench } from './open-engine.ts'

let bench: Bench
beforeAll(async () => {
  bench = await openBench()
})
afterAll(() => bench.close())

const WEIGHTS = 'https://huggingface.co/me/nua/resolve/main/lora.safetensors'

test.each([
  ['a fine-tune of today', 'maker/nua-figurine'],
  ['an older fine-tune', 'maker/nua-figurine-2024'],
  ['flux-dev', 'black-forest-labs/flux-dev'],
  ['flux-dev-lora with weights', `black-forest-labs/flux-dev-lora+${WEIGHTS}`],
  ['SDXL', 'stability-ai/sdxl'],
  ['an SDXL fine-tune', 'maker/nua-sdxl'],
  ['Stable Diffusion 3.5 with a LoRA', `lucataco/stable-diffusion-3.5-large-lora+me/nua`],
])('draws with %s, and sends only names that it has', async (_, model) => {
  const events = await bench.draw({ model, aspectRatio: '16:9', width: 1344, height: 768 })
  const last = events.at(-1)!
  expect(last).toMatchObject({ type: 'finished', seconds: 2 })
  expect(last.type === 'finished' && readImageHeader(last.bytes)).toEqual({
    type: 'image/png',
    width: 1344,
    height: 768,
  })
  bench.fake.expectClean()
})
