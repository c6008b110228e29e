import type { PictureFormat } from '../../../shared/settings.ts'

/** `1` to the most pictures of one press. */
export const countOptions = (most: number): string[] =>
  Array.from({ length: most }, (_, index) => String(index + 1))

export const formatName = (format: PictureFormat): string => format.toUpperCase()
