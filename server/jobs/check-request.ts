import type { Size } from '../../shared/aspect-ratio.ts'
import type { EngineView } from '../../shared/contract/index.ts'
import { AppError } from '../../shared/errors.ts'
import type { GenerateRequest, Reference } from '../../shared/generate-request.ts'

/** What of a request its engine can keep. */
export type Checked = {
  readonly size: Size
  /** Null where there is none, or where it cannot be used. */
  readonly reference: Reference | null
  /** What the pictures will be drawn without. */
  readonly warnings: readonly string[]
}

const NAMES = { steps: 'Steps', guidance: 'Guidance', loraScale: 'LoRA strength' } as const

const refuse = (setting: string, message: string): never => {
  throw new AppError('invalid_request', message, { details: { setting } })
}

/**
 * Refuses what the engine cannot draw: throws AppError `invalid_request` that names the setting and its range.
 * `followed` is the size of pictures that follow the reference, null where none does.
 */
export const checkRequest = (
  { settings, reference }: Pick<GenerateRequest, 'settings' | 'reference'>,
  { label, capabilities }: Pick<EngineView, 'label' | 'capabilities'>,
  followed: Size | null,
): Checked => {
  const ratios = capabilities.aspectRatios.map(({ ratio }) => ratio)
  const shape = capabilities.aspectRatios.find(({ ratio }) => ratio === settings.aspectRatio)
  if (shape === undefined)
    return refuse(
      'aspectRatio',
      `${label} does not draw ${settings.aspectRatio}. Choose one of ${ratios.join(', ')}.`,
    )
  if (!capabilities.formats.includes(settings.format))
    refuse(
      'format',
      `${label} does not make ${settings.format}. Choose ${capabilities.formats.join(' or ')}.`,
    )
  for (const setting of ['steps', 'guidance', 'loraScale'] as const) {
    const range = capabilities[setting]
    if (range !== null && (settings[setting] < range.min || settings[setting] > range.max))
      refuse(
        setting,
        `${NAMES[setting]} goes from ${range.min} to ${range.max} on ${label}; it is ${settings[setting]} now.`,
      )
  }
  const size = { width: shape.width, height: shape.height }
  if (reference === undefined) return { size, reference: null, warnings: [] }
  if (capabilities.referenceUses.includes(reference.use))
    return { size: followed ?? size, reference, warnings: [] }
  const without = `${label} cannot use a reference in this way, so the pictures are drawn without it.`
  return { size, reference: null, warnings: [without] }
}
