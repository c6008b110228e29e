import * as v from 'valibot'
import { AppError } from '../../shared/errors.ts'
import { parseJson } from '../../shared/parse-json.ts'

/** What the header of a `.safetensors` file says of a LoRA. */
export type LoraHeader = {
  readonly rank: number
  /** Layers that it changes. */
  readonly layers: number
  /** Of the whole file, header included. Bytes. */
  readonly bytes: number
}

/** The largest header, in bytes: a LoRA for Flux has a tenth of a megabyte. */
export const HEADER_LIMIT = 10_000_000
/** ComfyUI and cog-flux take any rank; more than this is no LoRA that somebody trained. */
const RANK_LIMIT = 1024
/** The length of the header, at the file's beginning. Bytes. */
export const PREFIX = 8

const BYTES: Readonly<Record<string, number>> = {
  F64: 8,
  F32: 4,
  F16: 2,
  BF16: 2,
  F8_E4M3: 1,
  F8_E5M2: 1,
  I64: 8,
  I32: 4,
  I16: 2,
  I8: 1,
  U8: 1,
  BOOL: 1,
}

const Count = v.pipe(v.number(), v.safeInteger(), v.minValue(0))
const Tensor = v.object({
  dtype: v.string(),
  shape: v.array(Count),
  data_offsets: v.tuple([Count, Count]),
})
const Header = v.record(v.string(), v.unknown())

/** diffusers and ai-toolkit name the two halves A and B, kohya's scripts down and up. */
const HALF = /^(.*)\.(lora_A|lora_B|lora_down|lora_up)(\.default)?\.weight$/
/** Layers of Flux's transformer, as each of them names it. */
const FLUX =
  /^(transformer\.|diffusion_model\.|lora_unet_|lora_transformer_)?(single_transformer_blocks|transformer_blocks|double_blocks|single_blocks)[._]/

const refuse = (what: string): AppError =>
  new AppError('invalid_request', `${what} Nothing was kept.`)

/** The length of the header that follows these first 8 bytes. Throws AppError. */
export const headerLength = (prefix: Uint8Array): number => {
  const view = new DataView(prefix.buffer, prefix.byteOffset, prefix.byteLength)
  const length = prefix.length < PREFIX ? 0n : view.getBigUint64(0, true)
  if (length < 2n || length > BigInt(HEADER_LIMIT))
    throw refuse('This is not a .safetensors file, or it is damaged.')
  return Number(length)
}

/**
 * Reads and checks the header of a LoRA for Flux: its format, that every tensor has the bytes that it says, one after the
 * other, and the two halves of each layer. Throws AppError `invalid_request` that says what is wrong.
 */
export const readLoraHeader = (header: Uint8Array): LoraHeader => {
  const parsed = v.safeParse(Header, parseJson(new TextDecoder().decode(header)))
  if (!parsed.success) throw refuse('This is not a .safetensors file, or it is damaged.')
  const tensors = Object.entries(parsed.output).flatMap(([name, entry]) => {
    if (name === '__metadata__') return []
    const tensor = v.safeParse(Tensor, entry)
    if (!tensor.success)
      throw refuse('This .safetensors file is damaged: a tensor is not described.')
    return [{ name, ...tensor.output }]
  })
  let end = 0
  for (const { shape, dtype, data_offsets } of tensors.toSorted(
    (a, b) => a.data_offsets[0] - b.data_offsets[0],
  )) {
    const size = BYTES[dtype]
    const bytes = shape.reduce((product, side) => product * side, size ?? 0)
    if (size === undefined || data_offsets[0] !== end || data_offsets[1] - end !== bytes)
      throw refuse('This .safetensors file is damaged: its tensors do not add up.')
    end = data_offsets[1]
  }

  const layers = new Map<string, Map<string, number>>()
  for (const { name, shape } of tensors) {
    const [, layer, half] = HALF.exec(name) ?? []
    if (layer === undefined || half === undefined) continue
    const isDown = half === 'lora_A' || half === 'lora_down'
    const rank = (isDown ? shape[0] : shape[1]) ?? 0
    layers.set(
      layer,
      (layers.get(layer) ?? new Map<string, number>()).set(isDown ? 'down' : 'up', rank),
    )
  }
  if (layers.size === 0) throw refuse('This .safetensors file holds no LoRA.')
  if (![...layers.keys()].some((layer) => FLUX.test(layer)))
    throw refuse('This LoRA was not trained for Flux: the styles here are.')
  const ranks = [...layers.values()].map((halves) => {
    const [one, other] = halves.values()
    if (halves.size !== 2 || one !== other)
      throw refuse('This LoRA is damaged: the two halves of a layer do not fit.')
    return one ?? 0
  })
  const rank = Math.max(...ranks)
  if (Math.min(...ranks) < 1 || rank > RANK_LIMIT)
    throw refuse(`This LoRA has a rank of ${rank}: from 1 to ${RANK_LIMIT} can be used.`)
  return { rank, layers: layers.size, bytes: PREFIX + header.length + end }
}
