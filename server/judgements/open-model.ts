import { fileURLToPath } from 'node:url'
import { setThreadsCount, setWasmPaths } from '@tensorflow/tfjs-backend-wasm'
import { loadGraphModel } from '@tensorflow/tfjs-converter'
import type { Tensor } from '@tensorflow/tfjs-core'
import { env, ready, setBackend, tensor4d } from '@tensorflow/tfjs-core'
import { MobileNetV2MidModel } from 'nsfwjs/models/mobilenet_v2_mid'
import * as v from 'valibot'
import { MODEL_CODE } from './model-code.ts'

/** The width and height that the model sees, in pixels. */
export const MODEL_SIDE = 224
/** What it says of a picture. */
export const FEATURES = 1792

/** The last layer before the package's own classes: what is in the picture, wherever it stands. */
const FEATURE_NODE = [
  'StatefulPartitionedCall/sequential/keras_layer/StatefulPartitionedCall/StatefulPartitionedCall',
  'StatefulPartitionedCall/predict/MobilenetV2/Logits/AvgPool',
].join('/')

const Weight = v.object({
  name: v.string(),
  shape: v.array(v.number()),
  dtype: v.picklist(['float32', 'int32']),
  quantization: v.optional(
    v.object({ scale: v.number(), min: v.number(), dtype: v.picklist(['uint8', 'uint16']) }),
  ),
})
const ModelJson = v.object({
  default: v.object({
    modelTopology: v.looseObject({}),
    weightsManifest: v.array(v.object({ weights: v.array(Weight) })),
  }),
})
const Shard = v.object({ default: v.string() })

const readArtifacts = async () => {
  const { default: model } = v.parse(ModelJson, await MobileNetV2MidModel.modelJson())
  const shards = await Promise.all(MobileNetV2MidModel.weightBundles.map((load) => load()))
  const bytes = Buffer.concat(
    shards.map((shard) => Buffer.from(v.parse(Shard, shard).default, 'base64')),
  )
  return {
    modelTopology: model.modelTopology,
    weightSpecs: model.weightsManifest.flatMap(({ weights }) => weights),
    weightData: new Uint8Array(bytes).buffer,
  }
}

const firstOf = (output: Tensor | Tensor[]): Tensor => {
  const first = Array.isArray(output) ? output[0] : output
  if (first === undefined) throw new Error('The model answered with nothing.')
  return first
}

/** Says what is in a picture of 224 × 224 pixels, red, green and blue of each row by row: 1,792 numbers from 0. */
export type Model = (pixels: Uint8Array) => Promise<Float32Array>

/**
 * MobileNet V2 (width 1.4, trained on ImageNet) as the package nsfwjs ships it, MIT, 5.7 MB; nothing of what that
 * package classifies is used. Runs on the CPU in WebAssembly, one thread, without any network. Opening takes about a
 * second and 150 MB: for a worker.
 */
export const openModel = async (): Promise<Model> => {
  env().set('WASM_HAS_MULTITHREAD_SUPPORT', false)
  setThreadsCount(1)
  setWasmPaths(fileURLToPath(new URL('.', MODEL_CODE)))
  await setBackend('wasm')
  await ready()
  const artifacts = await readArtifacts()
  const model = await loadGraphModel({ load: () => Promise.resolve(artifacts) })
  return async (pixels) => {
    const input = tensor4d(
      Float32Array.from(pixels, (value) => value / 255),
      [1, MODEL_SIDE, MODEL_SIDE, 3],
    )
    const output = firstOf(model.execute(input, FEATURE_NODE))
    const features = await output.data<'float32'>()
    input.dispose()
    output.dispose()
    return features
  }
}
