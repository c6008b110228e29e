import type { SheetView } from '../../shared/contract/index.ts'
import type { SheetRecord } from './sheet-record.ts'

/** How far a sheet is. Kept in memory only. */
export type SheetProgress = { readonly fraction: number; readonly note: string }

const iso = (time: number): string => new Date(time).toISOString()

const BROKEN = {
  code: 'internal',
  message: 'What the proxy knew of this sheet is damaged. Clean it again.',
} as const

/** A sheet as everybody sees it. */
export const toSheetView = (sheet: SheetRecord, progress: SheetProgress | null): SheetView => {
  const { state, result, error } = sheet
  const common = {
    id: sheet.id,
    file: sheet.file,
    width: sheet.width,
    height: sheet.height,
    name: sheet.name,
    progress:
      state === 'running' && progress !== null
        ? { ...progress }
        : { fraction: state === 'succeeded' ? 1 : null, note: null },
    preview: result?.preview ?? null,
    ...(result?.banner && { banner: result.banner }),
    ...(result?.footer && { footer: result.footer }),
    hints: result?.hints ?? { banner: [], footer: [] },
    flags: result?.flags ?? [],
    pieces: result?.pieces ?? [],
    edited: sheet.cells !== null,
    createdAt: iso(sheet.createdAt),
    finishedAt: sheet.finishedAt === null ? null : iso(sheet.finishedAt),
    sequence: sheet.sequence,
  }
  return state === 'failed' ? { ...common, state, error: error ?? BROKEN } : { ...common, state }
}
