import sharp from 'sharp'
import { unpackPieces } from '../../fakes/replicate/read-pieces.ts'

/** Bytes (Replicate's Files API). */
const UPLOAD_LIMIT = 100 * 1024 * 1024

const stem = (name: string): string => name.replace(/\.[^.]*$/, '')

/** ai-toolkit's `inject_trigger_into_prompt`: placeholders become the word, and a caption without it gets it in front. */
const promptOf = (caption: string, trigger: string): string => {
  const filled = caption.replaceAll('[trigger]', trigger).replaceAll('[name]', trigger)
  return filled.includes(trigger) ? filled : `${trigger} ${filled}`
}

const isReadable = (bytes: Uint8Array): Promise<boolean> =>
  sharp(bytes, { failOn: 'error' })
    .stats()
    .then(() => true)
    .catch(() => false)

/** What `ostris/flux-dev-lora-trainer` makes of a ZIP: what it trains on, and everything that it would do by itself. */
export const readAsTrainer = async (zip: Uint8Array, trigger: string) => {
  const pieces = await unpackPieces(zip)
  const stems = pieces.map(({ name }) => stem(name))
  const readable = await Promise.all(pieces.map(({ bytes }) => isReadable(bytes)))
  return {
    fitsUpload: zip.length <= UPLOAD_LIMIT,
    prompts: pieces.map(({ caption }) => promptOf(caption ?? '', trigger)),
    /** Dropped with a line in the log. */
    unreadable: pieces.filter((_, at) => readable[at] === false).map(({ name }) => name),
    /** Described by a model of the trainer's own. */
    withoutCaption: pieces.filter(({ caption }) => caption === null).map(({ name }) => name),
    /** Two images with one caption. */
    sharing: stems.filter((one, at) => stems.indexOf(one) !== at),
  }
}
