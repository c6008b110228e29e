import { readdirSync } from 'node:fs'
import { buffer } from 'node:stream/consumers'
import { describe, expect, it } from 'vitest'
import { createWeightsStore } from '../../../server/weights/weights-store.ts'
import { loraFile } from '../../fakes/replicate/trained-weights.ts'
import { temporaryFolder } from '../start-proxy.ts'

async function* inPieces(bytes: Uint8Array, size = 50): AsyncGenerator<Uint8Array, void> {
  for (let at = 0; at < bytes.length; at += size) {
    await Promise.resolve()
    yield bytes.subarray(at, at + size)
  }
}

const header = (tensors: object, data = 0): Buffer => {
  const json = Buffer.from(JSON.stringify(tensors))
  const prefix = Buffer.alloc(8)
  prefix.writeBigUInt64LE(BigInt(json.length))
  return Buffer.concat([prefix, json, Buffer.alloc(data)])
}
const tensor = (shape: readonly number[], from: number) => ({
  dtype: 'F16',
  shape,
  data_offsets: [from, from + shape.reduce((product, side) => product * side, 2)],
})
const LAYER = 'transformer.transformer_blocks.0.attn.to_q'

describe('weights', () => {
  it('are kept whole under their hash, and read again', async () => {
    const store = createWeightsStore(temporaryFolder())
    const bytes = loraFile(16)
    const kept = await store.keep(inPieces(bytes))
    expect(kept).toMatchObject({ bytes: bytes.length, rank: 16 })
    expect(await store.keep(inPieces(bytes, 7))).toEqual(kept)
    const opened = await store.open(kept.file)
    expect(Buffer.compare(await buffer(opened!.chunks()), bytes)).toBe(0)
    expect(await store.has(kept.file)).toBe(true)
  })

  it.each<[string, Uint8Array, RegExp]>([
    ['nothing', Buffer.alloc(0), /not a \.safetensors file/],
    ['a picture', Buffer.from('\x89PNG\r\n\x1a\n and more of it'), /not a \.safetensors file/],
    ['half of a file', loraFile(16).subarray(0, -40), /ends too early/],
    ['a file with a tail', Buffer.concat([loraFile(16), Buffer.alloc(9)]), /after its end/],
    ['a whole model', header({ 'model.weight': tensor([2, 2], 0) }, 8), /holds no LoRA/],
    [
      'a LoRA for SDXL',
      header(
        {
          'lora_unet_down_blocks_0.lora_down.weight': tensor([4, 2], 0),
          'lora_unet_down_blocks_0.lora_up.weight': tensor([2, 4], 16),
        },
        32,
      ),
      /not trained for Flux/,
    ],
    ['one half', header({ [`${LAYER}.lora_A.weight`]: tensor([4, 2], 0) }, 16), /two halves/],
    [
      'halves of different ranks',
      header(
        {
          [`${LAYER}.lora_A.weight`]: tensor([4, 2], 0),
          [`${LAYER}.lora_B.weight`]: tensor([2, 8], 16),
        },
        48,
      ),
      /two halves/,
    ],
    ['a gap', header({ [`${LAYER}.lora_A.weight`]: tensor([4, 2], 8) }, 24), /do not add up/],
  ])('that are %s are refused, and nothing stays', async (_, bytes, words) => {
    const root = temporaryFolder()
    const store = createWeightsStore(root)
    await expect(store.keep(inPieces(bytes))).rejects.toThrow(words)
    expect(readdirSync(root)).toEqual(['incoming'])
    expect(readdirSync(`${root}/incoming`)).toEqual([])
  })
})
