import type { Entry, ZipFile } from 'yauzl'
import { UPLOAD_LIMIT } from '../../../shared/contract/index.ts'
import { AppError } from '../../../shared/errors.ts'
import { PIECE_LIMIT } from '../../../shared/piece.ts'
import { safeName } from './safe-name.ts'

export type PlannedPicture = {
  readonly name: string
  readonly entry: Entry
  /** Null where there is no text of the same name. */
  readonly caption: Entry | null
}

export type ImportPlan = {
  /** In the order of their names. */
  readonly pictures: readonly PlannedPicture[]
  readonly notes: readonly { readonly name: string; readonly note: string }[]
}

/** Bytes. */
const CAPTION_LIMIT = 64 * 1024
const TOTAL_LIMIT = 2 * 1024 * 1024 * 1024
/** Each picture with its text, and as many files that are neither. */
const ENTRY_LIMIT = 4 * PIECE_LIMIT

const PICTURE = /\.(png|jpe?g|webp)$/i
const CAPTION = /\.txt$/i
const ARCHIVE = /\.(zip|7z|rar|tar|tgz|gz|bz2|xz|zst|jar|cbz)$/i
/** What systems put into ZIPs by themselves. */
const LITTER = /(^|\/)(__MACOSX\/|\._|\.DS_Store$|Thumbs\.db$|desktop\.ini$)/i

const UNIX = 3
const FILE_TYPE = 0o170000
const [LINK, REGULAR] = [0o120000, 0o100000]

const refuse = (message: string): AppError =>
  new AppError('invalid_request', `${message} Nothing was added.`)

/** What the file is by its Unix mode; 0 where the ZIP does not say. */
const typeOf = ({ versionMadeBy, externalFileAttributes }: Entry): number =>
  versionMadeBy >> 8 === UNIX ? (externalFileAttributes >>> 16) & FILE_TYPE : 0

/** Why a ZIP with this in it is not opened; null where it is. */
const faultOf = (entry: Entry): string | null => {
  const name = `“${safeName(entry.fileName)}”`
  const type = typeOf(entry)
  if (entry.fileName.includes('\u0000')) return `The ZIP holds a file with a broken name: ${name}.`
  if (type === LINK) return `The ZIP holds a link, ${name}; put the file itself into it.`
  if (type !== 0 && type !== REGULAR) return `The ZIP holds something that is no file: ${name}.`
  if (entry.isEncrypted()) return 'The ZIP has a password. Make one without.'
  if (!entry.canDecodeFileData()) return `${name} is packed in a way that is not known here.`
  if (ARCHIVE.test(entry.fileName))
    return `The ZIP holds another archive, ${name}: unpack it first.`
  const limit = CAPTION.test(entry.fileName) ? CAPTION_LIMIT : UPLOAD_LIMIT
  if (
    (PICTURE.test(entry.fileName) || CAPTION.test(entry.fileName)) &&
    entry.uncompressedSize > limit
  )
    return `${name} is too large: at most ${limit / 1024} kB.`
  return null
}

const stemOf = (name: string): string => name.replace(/\.[^./]*$/, '')

const listEntries = async (zip: ZipFile): Promise<Entry[]> => {
  if (zip.entryCount > ENTRY_LIMIT)
    throw refuse(`The ZIP holds ${zip.entryCount} files; at most ${ENTRY_LIMIT} are taken.`)
  const entries: Entry[] = []
  try {
    for await (const entry of zip.eachEntry()) {
      // The count at its end may be a lie.
      if (entries.length >= ENTRY_LIMIT)
        throw refuse(`The ZIP holds more than ${ENTRY_LIMIT} files.`)
      entries.push(entry)
    }
  } catch (cause) {
    if (cause instanceof AppError) throw cause
    const leads =
      cause instanceof Error && /relative path|absolute path|characters in/.test(cause.message)
    throw new AppError(
      'invalid_request',
      leads
        ? 'The ZIP holds a file whose name leads out of it. Nothing was added.'
        : 'The ZIP is damaged. Nothing was added. Make it again.',
      { cause },
    )
  }
  return entries
}

const requireFair = (zip: ZipFile, files: readonly Entry[]): void => {
  for (const fault of files.map(faultOf)) if (fault !== null) throw refuse(fault)
  const names = new Set(files.map(({ fileName }) => fileName))
  if (names.size < files.length) throw refuse('The ZIP holds two files with the same name.')
  const packed = files.reduce((sum, { compressedSize }) => sum + compressedSize, 0)
  const unpacked = files.reduce((sum, { uncompressedSize }) => sum + uncompressedSize, 0)
  // Files that overlap are how a small ZIP unpacks to everything.
  if (packed > zip.fileSize) throw refuse('The ZIP says that it holds more than it does.')
  if (unpacked > TOTAL_LIMIT)
    throw refuse('The ZIP unpacks to more than 2 GB. Make several smaller ones.')
}

/**
 * What would come out of a ZIP, by its directory alone: nothing is unpacked, and no name is ever followed. Throws
 * AppError `invalid_request` for one that is not opened at all.
 */
export const planImport = async (zip: ZipFile): Promise<ImportPlan> => {
  const entries = await listEntries(zip)
  const files = entries.filter(({ fileName }) => !fileName.endsWith('/') && !LITTER.test(fileName))
  requireFair(zip, files)
  const captions = new Map(
    files
      .filter(({ fileName }) => CAPTION.test(fileName))
      .map((entry) => [stemOf(entry.fileName), entry]),
  )
  const pictures = files
    .filter(({ fileName }) => PICTURE.test(fileName))
    .sort((a, b) => a.fileName.localeCompare(b.fileName, 'en', { numeric: true }))
  const stems = new Set(pictures.map(({ fileName }) => stemOf(fileName)))
  if (pictures.length === 0) throw refuse('The ZIP holds no PNG, JPEG or WebP picture.')
  if (pictures.length > PIECE_LIMIT)
    throw refuse(`The ZIP holds ${pictures.length} pictures; a dataset has at most ${PIECE_LIMIT}.`)

  const shared = pictures.filter(
    ({ fileName }) =>
      pictures.filter((one) => stemOf(one.fileName) === stemOf(fileName)).length > 1,
  )
  return {
    pictures: pictures.map((entry) => ({
      name: safeName(entry.fileName),
      entry,
      caption: captions.get(stemOf(entry.fileName)) ?? null,
    })),
    notes: [
      ...shared.map(({ fileName }) => ({
        name: safeName(fileName),
        note: 'Another picture has the same name but for its ending: they share one caption.',
      })),
      ...files
        .filter(({ fileName }) => !PICTURE.test(fileName) && !CAPTION.test(fileName))
        .map(({ fileName }) => ({
          name: safeName(fileName),
          note: 'Neither a picture nor a caption: left out.',
        })),
      ...[...captions]
        .filter(([stem]) => !stems.has(stem))
        .map(([, { fileName }]) => ({
          name: safeName(fileName),
          note: 'There is no picture of this name: left out.',
        })),
    ],
  }
}
