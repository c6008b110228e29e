import { computed, signal } from '@preact/signals-core'
import { wordsOfCaption } from '../../../shared/build-caption.ts'
import type { StyleId } from '../../../shared/ids.ts'
import type { Drafting } from '../draft/drafting.ts'
import type { Panel } from '../panel.ts'
import { createCaptions } from './create-captions.ts'
import { createChecks } from './create-checks.ts'
import { createDataset } from './create-dataset.ts'
import { createDescribing } from './create-describing.ts'
import { createExport } from './create-export.ts'
import { createImporting } from './create-importing.ts'
import { createSelected } from './create-selected.ts'
import { createSheets } from './sheets/create-sheets.ts'

/** The Dataset tab without its looks: what it knows and what it can do. */
export const createDatasetRoom = (panel: Panel, drafting: Pick<Drafting, 'resolved'>) => {
  const chosen = signal<StyleId | null>(null)
  const styles = computed(() => panel.proxy.status.value?.styles ?? [])
  /** Hers, or else the one that she drafts in. */
  const style = computed(
    () =>
      styles.value.find(({ id }) => id === chosen.value) ?? drafting.resolved.value?.style ?? null,
  )
  const dataset = createDataset(panel, style)
  const selected = createSelected(panel, dataset)
  /** What a caption says besides the style's pattern. */
  const words = (caption: string): string =>
    style.value === null ? caption : wordsOfCaption(style.value, caption)
  return {
    ...dataset,
    selected,
    checks: createChecks(panel, dataset),
    captions: createCaptions(dataset, words),
    exporting: createExport(panel, dataset, selected),
    describing: createDescribing(panel),
    importing: createImporting(panel, dataset),
    sheets: createSheets(panel),
    styles,
    words,
    /** The piece that she looks at. */
    open: signal<string | null>(null),
    choose: (id: StyleId): void => {
      chosen.value = id
    },
  }
}
export type DatasetRoom = ReturnType<typeof createDatasetRoom>
