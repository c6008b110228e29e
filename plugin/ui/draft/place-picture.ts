import type { JobView, OutputView } from '../../../shared/contract/index.ts'
import type { PanelId } from '../../../shared/ids.ts'
import { AppError } from '../../../shared/errors.ts'
import type { Canvas } from '../canvas-client.ts'
import type { PlaceholderStore } from '../placeholder-store.ts'
import type { Api } from '../proxy/create-api.ts'
import type { Pictures } from '../proxy/create-pictures.ts'
import { recipeOf } from './recipe-of.ts'
import type { ReportOptions } from './report-placed.ts'
import { reportPlaced } from './report-placed.ts'

export type PlaceOptions = ReportOptions & {
  readonly canvas: Pick<Canvas, 'fill' | 'place'>
  readonly api: Pick<Api, 'claimOutput' | 'placeOutput'>
  readonly pictures: Pictures
  readonly placeholders: PlaceholderStore
  readonly panel: PanelId
  readonly onError: (error: unknown) => void
}

/**
 * Places one picture because she asks for it: into its placeholder when that is there (undo brings it back), beside
 * the selection otherwise. A picture that was never placed is claimed first; another panel may be placing it.
 */
export const placePicture = async (
  options: PlaceOptions,
  job: JobView,
  output: OutputView,
): Promise<void> => {
  const picture = { job: job.id, index: output.index }
  if (!output.placed) {
    const claim = await options.api.claimOutput({
      params: { id: job.id, index: String(output.index) },
      body: { panel: options.panel },
    })
    if (claim.reason === 'claimed')
      throw new AppError('conflict', 'Another open panel is placing this picture just now.')
  }
  const bytes = await options.pictures(output.file)
  const recipe = recipeOf(job, output)
  const mark = output.mark ?? null
  const isMissing = (await options.canvas.fill({ recipe, bytes, mark })).outcome === 'missing'
  if (isMissing) await options.canvas.place({ recipe, bytes, mark })
  options.placeholders.remove([picture])
  await reportPlaced(options, picture, options.onError)
}
