import { buffer } from 'node:stream/consumers'
import { pack } from 'tar-stream'

export type TrainedWeights = {
  readonly rank: number
  readonly trigger: string
  /** By the name of their text files. */
  readonly captions: ReadonlyMap<string, string>
}

const LAYERS = ['attn.to_q', 'attn.to_k', 'attn.to_v', 'proj_mlp']
const WIDTH = 8

/** A LoRA in the format and with the names that ai-toolkit writes, with next to nothing in it. */
export const loraFile = (rank: number): Buffer => {
  let end = 0
  const tensor = (shape: readonly [number, number]) => {
    const start = end
    end += shape[0] * shape[1] * 2
    return { dtype: 'BF16', shape, data_offsets: [start, end] }
  }
  const names = LAYERS.map((layer) => `transformer.single_transformer_blocks.0.${layer}`)
  const tensors = names.flatMap((name) => [
    [`${name}.lora_A.weight`, tensor([rank, WIDTH])] as const,
    [`${name}.lora_B.weight`, tensor([WIDTH, rank])] as const,
  ])
  const header = Buffer.from(
    JSON.stringify({ __metadata__: { format: 'pt' }, ...Object.fromEntries(tensors) }),
  )
  const prefix = Buffer.alloc(8)
  prefix.writeBigUInt64LE(BigInt(header.length))
  return Buffer.concat([prefix, header, Buffer.alloc(end, rank)])
}

/** What a training delivers: weights, configuration and captions, in the folders that the trainer makes. */
export const weightsTar = async ({ rank, trigger, captions }: TrainedWeights): Promise<Buffer> => {
  const folder = 'output/flux_train_replicate'
  const archive = pack()
  archive.entry({ name: `${folder}/config.yaml` }, `trigger_word: ${trigger}\n`)
  archive.entry({ name: `${folder}/lora.safetensors` }, loraFile(rank))
  for (const [name, caption] of captions)
    archive.entry({ name: `${folder}/captions/${name}` }, caption)
  archive.finalize()
  return buffer(archive)
}
