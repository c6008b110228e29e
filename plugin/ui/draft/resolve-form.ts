import type { AspectRatio, Size } from '../../../shared/aspect-ratio.ts'
import { nearestAspectRatio } from '../../../shared/aspect-ratio.ts'
import { chooseWildcards } from '../../../shared/wildcards.ts'
import { buildPrompt } from '../../../shared/build-prompt.ts'
import type { Selection } from '../../../shared/selection.ts'
import type { Consent } from '../../../shared/consent.ts'
import type { Capabilities, EngineView, ModelView, Status } from '../../../shared/contract/index.ts'
import type { DraftForm } from '../../../shared/draft-form.ts'
import { followSize } from '../../../shared/follow-size.ts'
import type { Reference } from '../../../shared/generate-request.ts'
import type { Settings } from '../../../shared/settings.ts'
import type { Style } from '../../../shared/style.ts'
import { destinationOf } from './reference/destination-of.ts'
import type { Standing } from './reference/standing-of.ts'
import { standingOf } from './reference/standing-of.ts'

/** The form as it would be sent now: every "default" and "from the frame" replaced by what it stands for. */
export type ResolvedForm = {
  readonly style: Style
  readonly engine: EngineView
  /** What draws, as `owner/name`; null for an engine that runs no models, and for a style that has none. */
  readonly model: string | null
  /** Of that model, once it is known; until then the engine's usual ones. */
  readonly capabilities: Capabilities
  readonly count: number
  readonly ratio: AspectRatio
  readonly size: Size
  readonly settings: Settings
  /** Null unless it is `used`: nothing else of the form's reference goes into a request. */
  readonly reference: Reference | null
  readonly standing: Standing
  /** Whom a reference leaves this computer for; null when it stays. */
  readonly sentTo: string | null
  /** With the first options of the brief's wildcards. */
  readonly prompt: string
}

type Range = { readonly min: number; readonly max: number }

const within = (value: number, range: Range | null): number =>
  range === null ? value : Math.min(range.max, Math.max(range.min, value))

/** The shape that "from the selected frame" means now, among those that can be drawn. */
export const frameRatio = (
  { defaults }: Style,
  { aspectRatios }: Capabilities,
  selection: Selection | null,
): AspectRatio => {
  const ratios = aspectRatios.map(({ ratio }) => ratio)
  const frame = selection?.first
  if (frame != null && frame.width > 0 && frame.height > 0) return nearestAspectRatio(frame, ratios)
  return ratios.find((ratio) => ratio === defaults.aspectRatio) ?? ratios[0] ?? '1:1'
}

/** What the form is resolved against. `modelOf` knows the models that were asked about so far. */
export type Surroundings = {
  readonly status: Status
  readonly selection: Selection | null
  readonly modelOf: (name: string) => ModelView | null
  /** The proxy's. */
  readonly origin: string
  readonly consent: Consent
}

/** Null while the proxy has no style or no engine to draw with. */
export const resolveForm = (
  form: DraftForm,
  { status, selection, modelOf, origin, consent }: Surroundings,
): ResolvedForm | null => {
  const style = status.styles.find(({ id }) => id === form.style) ?? status.styles[0]
  const engine =
    status.engines.find(({ id }) => id === form.engine) ??
    status.engines.find(({ id }) => id === status.defaultEngine)
  if (style === undefined || engine === undefined) return null
  const model = engine.sample ? null : (form.version ?? style.model ?? engine.defaultModel ?? null)
  const known = model === null ? null : modelOf(model)
  const capabilities = known?.capabilities ?? engine.capabilities
  const { aspectRatios, formats, steps, guidance, loraScale } = capabilities
  const wanted = form.aspectRatio
  const shape =
    aspectRatios.find(({ ratio }) => ratio === wanted) ??
    aspectRatios.find(({ ratio }) => ratio === frameRatio(style, capabilities, selection))
  if (shape === undefined) return null
  const sentTo = destinationOf(engine, origin)
  const standing = standingOf(form.reference, capabilities, sentTo, consent)
  const chosen = standing === 'used' ? form.reference : null
  return {
    style,
    engine,
    model,
    capabilities,
    count: Math.min(form.count, status.limits.count),
    ratio: shape.ratio,
    size: (chosen && followSize(chosen)) ?? { width: shape.width, height: shape.height },
    settings: {
      aspectRatio: shape.ratio,
      format: formats.find((format) => format === form.format) ?? formats[0] ?? 'png',
      steps: Math.round(within(form.steps, steps)),
      guidance: within(form.guidance, guidance),
      loraScale: within(form.loraScale, loraScale),
      ...(form.seed.locked && { seed: form.seed.value }),
    },
    reference: chosen && { file: chosen.file, use: chosen.use, strength: chosen.strength },
    standing,
    sentTo,
    prompt: buildPrompt(style, chooseWildcards(form.brief, 0)),
  }
}
