import { computed, signal } from '@preact/signals-core'
import type { DraftForm } from '../../../shared/draft-form.ts'
import type { Canvas } from '../canvas-client.ts'
import type { Clock } from '../clock.ts'

/** Typing is kept after so much silence. Milliseconds. */
const PAUSE = 400

export type FormOptions = {
  readonly canvas: Pick<Canvas, 'saveForm'>
  readonly clock: Clock
  readonly initial: DraftForm
  /** Whether a brief is one that she has sent before, so that it can be had again. */
  readonly isKept: (brief: string) => boolean
  readonly onError: (error: unknown) => void
}

/** The Draft tab's form. Every change is kept; a brief that she has typed and not sent is never replaced unasked. */
export const createFormStore = ({ canvas, clock, initial, isKept, onError }: FormOptions) => {
  const form = signal(initial)
  const proposal = signal<Partial<DraftForm> | null>(null)
  let callOff: (() => void) | null = null

  const save = () => {
    callOff = null
    canvas.saveForm(form.peek()).catch(onError)
  }
  const change = (changes: Partial<DraftForm>): void => {
    form.value = { ...form.peek(), ...changes }
    callOff?.()
    callOff = clock.after(PAUSE, save)
  }

  return {
    form,
    /** What waits for her word, because it would replace a half-typed brief. */
    proposal: computed(() => proposal.value),
    change,
    /** Keeps the latest change now: the panel may be about to close. */
    flush: (): void => {
      if (callOff === null) return
      callOff()
      save()
    },
    /** Changes the form, and asks first when that would replace a half-typed brief. */
    propose: (changes: Partial<DraftForm>): void => {
      const { brief } = form.peek()
      const replaces = changes.brief !== undefined && changes.brief !== brief
      if (replaces && brief.trim() !== '' && !isKept(brief)) proposal.value = changes
      else change(changes)
    },
    /** Her answer. `keep`: everything proposed but the brief. */
    answer: (keep: boolean): void => {
      const changes = proposal.peek()
      if (changes === null) return
      proposal.value = null
      const { brief, ...others } = changes
      change(keep || brief === undefined ? others : changes)
    },
  }
}
export type FormStore = ReturnType<typeof createFormStore>
