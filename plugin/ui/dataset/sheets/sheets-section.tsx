import { useEffect } from 'preact/hooks'
import type { SheetView } from '../../../../shared/contract/sheet-routes.ts'
import type { SheetId } from '../../../../shared/ids.ts'
import { IconButton } from '../../components/icon-button.tsx'
import { usePanel } from '../../panel-context.ts'
import { useSignal } from '../../use-signal.ts'
import { countOf } from '../../words/count-of.ts'
import { fromZip } from '../training-set.ts'
import type { Page, Sheets } from './create-sheets.ts'
import { isCleaning } from './create-sheets.ts'
import { SheetReview } from './sheet-review.tsx'

const readPage = async (file: File): Promise<Page> => ({
  name: file.name,
  bytes: new Uint8Array(await file.arrayBuffer()),
})

const describe = (sheet: SheetView): string => {
  const doubtful = sheet.pieces.filter(({ flags }) => flags.length > 0).length
  switch (sheet.state) {
    case 'queued':
      return 'Waits for its turn'
    case 'running':
      return sheet.progress.note ?? 'Is being cleaned'
    case 'canceled':
      return 'Stopped. Drop the page again to clean it.'
    case 'failed':
      return sheet.error.message
    case 'succeeded':
      return `${countOf(sheet.pieces.length, 'piece')}${doubtful === 0 ? '' : `, ${doubtful} to look at`}`
  }
}

const SheetRow = (props: {
  readonly sheet: SheetView
  readonly sheets: Sheets
  readonly onReview: () => void
}) => {
  const { sheet, sheets, onReview } = props
  const { panel } = usePanel()
  const name = sheet.name ?? 'Design sheet'
  const isBusy = isCleaning(sheet)
  return (
    <li class="job">
      <div class="row">
        <div class="brief" dir="auto">
          {name}
        </div>
        {sheet.pieces.length > 0 && !isBusy && (
          <button class="button" onClick={onReview}>
            Review
          </button>
        )}
        <IconButton
          icon="close"
          label={isBusy ? `Stop cleaning ${name}` : `Forget ${name}`}
          onClick={() =>
            panel.attempt(() => (isBusy ? sheets.cancel(sheet.id) : sheets.forget(sheet.id)))
          }
        />
      </div>
      <div class={sheet.state === 'failed' ? 'error' : 'quiet'} role="status">
        {describe(sheet)}
      </div>
      {isBusy && <progress aria-label={name} value={sheet.progress.fraction ?? undefined} />}
    </li>
  )
}

/** Old design sheets: dropped here, cleaned by the proxy, reviewed before anything is kept. */
export const SheetsSection = () => {
  const { panel, dataset } = usePanel()
  const { sheets } = dataset
  const open = useSignal<SheetId | null>(null)
  const isOver = useSignal(false)
  const isConnected = panel.proxy.isConnected.value
  useEffect(() => {
    if (isConnected) panel.attempt(sheets.load)
  }, [isConnected, sheets])
  const take = (files: readonly File[]) => {
    const archive = files.find(({ name }) => /\.zip$/i.test(name))
    if (archive !== undefined) dataset.importing.choose(fromZip(archive))
    const pages = files.filter((file) => file !== archive)
    panel.attempt(async () => sheets.send(await Promise.all(pages.map(readPage))))
  }
  const layers = panel.selection.value.layers
  const takeSelected = () =>
    panel.attempt(async () => {
      for (const { node } of layers)
        await panel.canvas
          .readFill({ node })
          .then((page) => sheets.send([page]))
          .catch(panel.report)
    })
  const list = sheets.list.value ?? []
  const reviewed = list.find(({ id }) => id === open.value)
  return (
    <section class="section" aria-label="Design sheets">
      <h2>Design sheets</h2>
      <label
        class={`drop ${isOver.value ? 'over' : ''}`}
        onDragOver={(event) => {
          event.preventDefault()
          isOver.value = true
        }}
        onDragLeave={() => (isOver.value = false)}
        onDrop={(event) => {
          event.preventDefault()
          isOver.value = false
          take([...(event.dataTransfer?.files ?? [])])
        }}
      >
        <input
          type="file"
          accept="image/png,image/jpeg"
          multiple
          aria-label="Pages to clean"
          onChange={(event) => {
            take([...(event.currentTarget.files ?? [])])
            event.currentTarget.value = ''
          }}
        />
        Drop old design sheets here, or choose pages. Labels and notes are taken out.
      </label>
      {layers.length > 0 && (
        <div class="actions">
          <button class="button" disabled={!isConnected} onClick={takeSelected}>
            Use the{' '}
            {layers.length === 1 ? 'selected picture' : `${layers.length} selected pictures`}
          </button>
        </div>
      )}
      <ul aria-label="Sheets">
        {sheets.sending.value.map((name) => (
          <li key={name} class="job">
            <div class="brief" dir="auto">
              {name}
            </div>
            <div class="quiet" role="status">
              On its way to the proxy
            </div>
            <progress aria-label={name} />
          </li>
        ))}
        {list.map((sheet) => (
          <SheetRow
            key={sheet.id}
            sheet={sheet}
            sheets={sheets}
            onReview={() => (open.value = sheet.id)}
          />
        ))}
      </ul>
      {reviewed !== undefined && (
        <SheetReview key={reviewed.sequence} sheet={reviewed} onClose={() => (open.value = null)} />
      )}
    </section>
  )
}
