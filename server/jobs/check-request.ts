import type { EngineView } from '../../shared/contract/index.ts'
import { AppError } from '../../shared/errors.ts'
import type { GenerateRequest } from '../../shared/generate-request.ts'

const NAMES = { steps: 'Steps', guidance: 'Guidance', loraScale: 'LoRA strength' } as const

const refuse = (setting: string, message: string): never => {
  throw new AppError('invalid_request', message, { details: { setting } })
}

/**
 * Refuses what the engine cannot draw: throws AppError `invalid_request` that names the setting and its range. Returns
 * warnings about what it will draw without.
 */
export const checkRequest = (
  { settings, reference }: Pick<GenerateRequest, 'settings' | 'reference'>,
  { label, capabilities }: Pick<EngineView, 'label' | 'capabilities'>,
): string[] => {
  const ratios = capabilities.aspectRatios.map(({ ratio }) => ratio)
  if (!ratios.includes(settings.aspectRatio))
    refuse(
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
  return reference === undefined || capabilities.referenceUses.includes(reference.use)
    ? []
    : [`${label} cannot use a reference in this way, so the pictures are drawn without it.`]
}
