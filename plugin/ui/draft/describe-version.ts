import type { EngineView } from '../../../shared/contract/index.ts'
import { NO_LORA } from '../../../shared/no-lora.ts'
import type { Style } from '../../../shared/style.ts'

const SHORT = 8

/** `owner/name:1a2b3c4d`: enough of a version to tell it from its neighbours. */
export const shortVersion = (version: string): string => {
  const [name = version, hash] = version.split(':')
  return hash === undefined ? name : `${name}:${hash.slice(0, SHORT)}`
}

/** `v3` where the style has it, or a short name of the model. */
export const versionName = (model: string, versions: Style['versions']): string => {
  if (model === NO_LORA) return 'No LoRA'
  const known = versions.find((version) => version.model === model)
  return known === undefined ? shortVersion(model) : `v${known.number}`
}

/** Which version of a style a draft will be made with, in words; nothing where none is needed. */
export const describeVersion = (
  style: Style,
  version: string | null,
  { sample, defaultModel = null }: EngineView,
): string | undefined => {
  if (version !== null) return `Version ${versionName(version, style.versions)}, from a recipe`
  if (style.model !== null) return `Version ${versionName(style.model, style.versions)}`
  if (sample) return undefined
  return defaultModel === null
    ? 'No trained version yet'
    : `${shortVersion(defaultModel)}, the proxy’s own`
}
