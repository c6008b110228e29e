import type { JobView, OutputView } from '../../../shared/contract/index.ts'
import type { DocumentId } from '../../../shared/ids.ts'
import { pictureKey } from '../placeholder-store.ts'

export type Picture = { readonly job: JobView; readonly output: OutputView }

/** Finished pictures of a document that are nowhere on its canvas: never placed, not dismissed, and no placeholder waits for them. */
export const findUnplaced = (
  jobs: readonly JobView[],
  document: DocumentId,
  isHandled: (key: string) => boolean,
): Picture[] =>
  jobs.flatMap((job) =>
    job.document !== document
      ? []
      : job.outputs
          .filter(
            (output) =>
              !output.placed &&
              output.dismissed !== true &&
              !isHandled(pictureKey({ job: job.id, index: output.index })),
          )
          .map((output) => ({ job, output })),
  )
