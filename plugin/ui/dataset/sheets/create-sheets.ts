import { signal } from '@preact/signals-core'
import type { SheetView } from '../../../../shared/contract/sheet-routes.ts'
import type { CellByHand } from '../../../../shared/contract/sheets.ts'
import { SHEET_UPLOAD_LIMIT } from '../../../../shared/contract/sheets.ts'
import { AppError } from '../../../../shared/errors.ts'
import type { SheetId } from '../../../../shared/ids.ts'
import { readImageHeader } from '../../../../shared/image-header.ts'
import type { Panel } from '../../panel.ts'

/** Milliseconds between two looks at sheets that are being cleaned. */
const PAUSE = 700

export type Page = { readonly name: string; readonly bytes: Uint8Array<ArrayBuffer> }

export const isCleaning = ({ state }: SheetView): boolean =>
  state === 'queued' || state === 'running'

/** Old design sheets on the proxy: sent, cleaned, cleaned again by hand, forgotten. */
export const createSheets = (panel: Pick<Panel, 'api' | 'clock' | 'report'>) => {
  const { api, clock, report } = panel
  /** Newest first; null until the proxy was asked. */
  const list = signal<readonly SheetView[] | null>(null)
  /** Names of pages on their way to the proxy. */
  const sending = signal<readonly string[]>([])
  let isWatching = false

  const put = (sheet: SheetView): void => {
    const known = list.value ?? []
    const old = known.find(({ id }) => id === sheet.id)
    if (old === undefined) list.value = [sheet, ...known]
    else if (old.sequence <= sheet.sequence)
      list.value = known.map((one) => (one.id === sheet.id ? sheet : one))
  }

  const lookAgain = async (): Promise<void> => {
    const unfinished = (list.value ?? []).filter(isCleaning)
    const seen = unfinished.map(({ id }) => api.getSheet({ params: { id } }))
    for (const { sheet } of await Promise.all(seen)) put(sheet)
  }
  const watch = (): void => {
    if (isWatching || !(list.value ?? []).some(isCleaning)) return
    isWatching = true
    clock.after(PAUSE, () => {
      void lookAgain()
        .catch(report)
        .finally(() => {
          isWatching = false
          watch()
        })
    })
  }
  const take = (sheet: SheetView): SheetView => {
    put(sheet)
    watch()
    return sheet
  }

  const send = async ({ name, bytes }: Page): Promise<void> => {
    const type = readImageHeader(bytes)?.type
    if (type === undefined)
      throw new AppError('unsupported_media_type', `“${name}” is no PNG or JPEG picture.`)
    if (bytes.length > SHEET_UPLOAD_LIMIT)
      throw new AppError('payload_too_large', `“${name}” is larger than 100 MB. Save it smaller.`)
    const file = await api.uploadSheet(bytes, type)
    take((await api.createSheet({ body: { file: file.id, name: name.slice(0, 300) } })).sheet)
  }

  return {
    list,
    sending,
    load: async (): Promise<void> => {
      const { sheets } = await api.listSheets({ query: { limit: '50' } })
      list.value = sheets
      watch()
    },
    /** Sends pages one after the other; one that cannot be sent is said, and the next ones go on. */
    send: async (pages: readonly Page[]): Promise<void> => {
      sending.value = [...sending.value, ...pages.map(({ name }) => name)]
      for (const page of pages) {
        await send(page).catch(report)
        const at = sending.value.indexOf(page.name)
        sending.value = sending.value.toSpliced(at, 1)
      }
    },
    clean: async (id: SheetId, pieces: CellByHand[]): Promise<void> => {
      take((await api.setSheetPieces({ params: { id }, body: { pieces } })).sheet)
    },
    cancel: async (id: SheetId): Promise<void> => {
      take((await api.cancelSheet({ params: { id } })).sheet)
    },
    forget: async (id: SheetId): Promise<void> => {
      await api.deleteSheet({ params: { id } })
      list.value = (list.value ?? []).filter((sheet) => sheet.id !== id)
    },
  }
}
export type Sheets = ReturnType<typeof createSheets>
