import type { ReadonlySignal } from '@preact/signals-core'
import { batch, computed, signal } from '@preact/signals-core'
import type { Consent } from '../../../../shared/consent.ts'
import type { EngineView } from '../../../../shared/contract/index.ts'
import type { ChosenReference } from '../../../../shared/draft-form.ts'
import { AppError } from '../../../../shared/errors.ts'
import type { Panel } from '../../panel.ts'
import type { FormStore } from '../form-store.ts'
import type { ResolvedForm } from '../resolve-form.ts'
import { destinationOf } from './destination-of.ts'

/** From 0 (close to the reference) to 1 (free). */
const USUAL_STRENGTH = 0.8

/** Whether a reference may leave this computer, and what is done once it may. */
type Question = {
  readonly name: string
  readonly to: string
  readonly send: () => Promise<void>
}

export type ReferencesOptions = {
  readonly panel: Pick<Panel, 'api' | 'canvas' | 'consent' | 'document' | 'origin'>
  readonly form: FormStore
  readonly resolved: ReadonlySignal<ResolvedForm | null>
}

/** The reference of the form: how it comes there, and her word before it leaves this computer. */
export const createReferences = ({ panel, form, resolved }: ReferencesOptions) => {
  const { api, canvas, consent, origin } = panel
  const isReading = signal(false)
  /** The layer that was read last. */
  const source = signal<string | null>(null)
  /** The proxy does not have the picture any more. */
  const isGone = signal(false)
  const waiting = signal<Question | null>(null)
  const chosen = computed(() => form.form.value.reference)

  const question = computed((): Question | null => {
    const { standing, sentTo } = resolved.value ?? {}
    if (waiting.value !== null || standing !== 'unasked') return waiting.value
    return { name: chosen.value?.name ?? '', to: sentTo ?? '', send: () => Promise.resolve() }
  })

  const permit = async (
    name: string,
    engine: Pick<EngineView, 'label' | 'remote'> | undefined,
    send: () => Promise<void>,
  ): Promise<void> => {
    const to = destinationOf(engine, origin)
    if (to === null || consent.value === 'allowed') await send()
    else waiting.value = { name, to, send }
  }

  const read = async (node: string): Promise<void> => {
    if (isReading.value) return
    isReading.value = true
    try {
      const { name, bytes } = await canvas.exportReference({ node })
      const { id, width, height } = await api.upload(new Uint8Array(bytes), 'image/png')
      const strength = chosen.value?.strength ?? USUAL_STRENGTH
      const { document } = panel
      batch(() => {
        isGone.value = false
        source.value = node
        form.change({
          reference: { file: id, use: 'follow', strength, document, name, width, height, on: true },
        })
      })
      form.flush()
    } finally {
      isReading.value = false
    }
  }

  return {
    chosen,
    isReading,
    source,
    isGone,
    question,
    /** Does what sends a reference to an engine; where she has to be asked, only after her yes. */
    permit,
    /** Her answer to the question, for this document. */
    answer: async (next: Exclude<Consent, null>): Promise<void> => {
      const send = question.value?.send
      batch(() => {
        waiting.value = null
        consent.value = next
      })
      await canvas.saveConsent(next)
      if (next === 'allowed') await send?.()
    },
    /** Asks her again. */
    ask: (): void => {
      const name = chosen.value?.name ?? 'The reference'
      const to = resolved.value?.sentTo ?? null
      if (to !== null) waiting.value = { name, to, send: () => Promise.resolve() }
    },
    /** Makes a layer the reference. Rejects with words for her. */
    choose: (layer: { readonly node: string; readonly name: string }): Promise<void> =>
      permit(layer.name, resolved.value?.engine, () => read(layer.node)),
    change: (changes: Partial<Pick<ChosenReference, 'on' | 'strength'>>): void => {
      if (chosen.value !== null) form.change({ reference: { ...chosen.value, ...changes } })
    },
    remove: (): void => {
      source.value = null
      form.change({ reference: null })
    },
    /** Notes when it was the reference that the proxy missed. */
    notice: (error: unknown): void => {
      if (!(error instanceof AppError)) return
      isGone.value = error.code === 'not_found' || error.details?.['setting'] === 'reference'
    },
    /** Why the button has to wait, in words; null when it need not. */
    problem: computed(() => {
      if (isReading.value) return 'Reading the frame'
      if (question.value !== null) return 'Say whether the reference may be sent'
      return isGone.value && resolved.value?.standing === 'used'
        ? 'Select the reference again, or turn it off'
        : null
    }),
  }
}
export type References = ReturnType<typeof createReferences>
