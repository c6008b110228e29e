import { signal } from '@preact/signals-core'
import * as v from 'valibot'
import type {
  DescriberView,
  DescriptionMode,
  DescriptionView,
} from '../../../shared/contract/description-views.ts'
import { AppError } from '../../../shared/errors.ts'
import type { FileId, StyleId } from '../../../shared/ids.ts'
import { DescriptionId } from '../../../shared/ids.ts'
import { randomId } from '../../../shared/random-id.ts'
import { describeError } from '../draft/describe-error.ts'
import type { Panel } from '../panel.ts'
import { sleep } from '../sleep.ts'

/** Milliseconds between two looks at a description, and how long one may take. */
const PAUSE = 500
const PATIENCE = 120_000
/** As many hints, and as long ones, as the proxy takes. */
const HINTS = 40
const HINT_LENGTH = 300
const TOO_LONG =
  'Nothing described this picture in two minutes. It may have been charged. Try it again later.'

export type Described = {
  readonly file: FileId
  readonly style: StyleId
  readonly hints: readonly string[]
  /** A caption of a piece unless said otherwise. */
  readonly mode?: DescriptionMode
}

/** Words from looking at a picture. */
export const createDescribing = ({
  api,
  clock,
  randomBytes,
}: Pick<Panel, 'api' | 'clock' | 'randomBytes'>) => {
  const describers = signal<readonly DescriberView[]>([])

  /** Looks again and again until it is there, or has failed. */
  const wait = async (description: DescriptionView, until: number): Promise<string> => {
    switch (description.state) {
      case 'succeeded':
        return description.text
      case 'failed':
        throw new AppError(description.error.code, describeError(description.error))
      case 'queued':
      case 'running': {
        if (clock.now() > until) throw new AppError('timeout', TOO_LONG)
        await sleep(clock, PAUSE, new AbortController().signal)
        const params = { id: description.id }
        return wait((await api.getDescription({ params })).description, until)
      }
    }
  }

  return {
    /** Who can, and what it costs. */
    describers,
    load: async (): Promise<void> => {
      describers.value = (await api.listDescribers({})).describers
    },
    /** A whole caption in the style's pattern, or the words of a brief. Rejects with words for her. */
    describe: async (
      engine: DescriberView['id'],
      { file, style, hints, mode = 'piece' }: Described,
    ): Promise<string> => {
      const body = {
        id: v.parse(DescriptionId, randomId('text', randomBytes)),
        file,
        style,
        engine,
        mode,
        hints: hints.slice(0, HINTS).map((hint) => hint.slice(0, HINT_LENGTH)),
      }
      const { description } = await api.createDescription({ body })
      return wait(description, clock.now() + PATIENCE)
    },
  }
}
