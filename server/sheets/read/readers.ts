import type { FoundText } from '../../datasets/checks/text-detector.ts'

/** Two that work differently: what both read is there. The names say which version: what was found is kept under them. */
export const READERS = ['pp-ocr-4', 'tesseract-7'] as const
export type ReaderName = (typeof READERS)[number]

/** The words in a PNG or JPEG. Rejects for a picture that cannot be decoded. */
export type Reader = (picture: Uint8Array) => Promise<FoundText[]>
