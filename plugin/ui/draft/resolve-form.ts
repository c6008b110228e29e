import type { AspectRatio, Size } from '../../../shared/aspect-ratio.ts'
import { nearestAspectRatio } from '../../../shared/aspect-ratio.ts'
import { buildPrompt } from '../../../shared/build-prompt.ts'
import type { Selection } from '../../../shared/canvas.ts'
import type { EngineView, Status } from '../../../shared/contract/index.ts'
import type { DraftForm } from '../../../shared/draft-form.ts'
import type { Settings } from '../../../shared/settings.ts'
import type { Style } from '../../../shared/style.ts'

/** The form as it would be sent now: every "default" and "from the frame" replaced by what it stands for. */
export type ResolvedForm = {
  readonly style: Style
  readonly engine: EngineView
  readonly count: number
  readonly ratio: AspectRatio
  readonly size: Size
  readonly settings: Settings
  readonly prompt: string
}

type Range = { readonly min: number; readonly max: number }

const within = (value: number, range: Range | null): number =>
  range === null ? value : Math.min(range.max, Math.max(range.min, value))

/** The shape that "from the selected frame" means now, among those that the engine can draw. */
export const frameRatio = (
  style: Style,
  engine: EngineView,
  selection: Selection | null,
): AspectRatio => {
  const ratios = engine.capabilities.aspectRatios.map(({ ratio }) => ratio)
  const frame = selection?.first
  if (frame != null && frame.width > 0 && frame.height > 0) return nearestAspectRatio(frame, ratios)
  return ratios.find((ratio) => ratio === style.defaults.aspectRatio) ?? ratios[0] ?? '1:1'
}

/** Null while the proxy has no style or no engine to draw with. */
export const resolveForm = (
  form: DraftForm,
  status: Status,
  selection: Selection | null,
): ResolvedForm | null => {
  const style = status.styles.find(({ id }) => id === form.style) ?? status.styles[0]
  const engine =
    status.engines.find(({ id }) => id === form.engine) ??
    status.engines.find(({ id }) => id === status.defaultEngine)
  if (style === undefined || engine === undefined) return null
  const { aspectRatios, formats, steps, guidance, loraScale } = engine.capabilities
  const wanted = form.aspectRatio
  const shape =
    aspectRatios.find(({ ratio }) => ratio === wanted) ??
    aspectRatios.find(({ ratio }) => ratio === frameRatio(style, engine, selection))
  if (shape === undefined) return null
  return {
    style,
    engine,
    count: Math.min(form.count, status.limits.count),
    ratio: shape.ratio,
    size: { width: shape.width, height: shape.height },
    settings: {
      aspectRatio: shape.ratio,
      format: formats.find((format) => format === form.format) ?? formats[0] ?? 'png',
      steps: Math.round(within(form.steps, steps)),
      guidance: within(form.guidance, guidance),
      loraScale: within(form.loraScale, loraScale),
      ...(form.seed.locked && { seed: form.seed.value }),
    },
    prompt: buildPrompt(style, form.brief),
  }
}
