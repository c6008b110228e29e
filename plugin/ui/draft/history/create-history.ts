import { computed, signal } from '@preact/signals-core'
import type { Query } from '../../../../shared/http.ts'
import type { Contract } from '../../../../shared/contract/index.ts'
import type { JobId } from '../../../../shared/ids.ts'
import type { Panel } from '../../panel.ts'
import { wordsOf } from '../../words/words-of.ts'

/** What is looked for; a part that is absent or empty leaves nothing out. */
export type HistoryQuery = Pick<
  Query<Contract['listJobs']>,
  'words' | 'style' | 'version' | 'mark' | 'since' | 'until' | 'document'
>

/** Silence after typing until it is looked for. Milliseconds. */
const PAUSE = 250

/** Everything that the proxy has ever drawn, a page at a time, newest first. */
export const createHistory = ({
  api,
  jobs,
  clock,
  document,
}: Pick<Panel, 'api' | 'jobs' | 'clock' | 'document'>) => {
  const query = signal<HistoryQuery>({ document })
  const ids = signal<readonly JobId[]>([])
  /** Undefined before the first page, null after the last one. */
  const next = signal<string | null | undefined>(undefined)
  const isLooking = signal(false)
  const failure = signal<string | null>(null)
  let latest = 0
  let callOff = () => {}

  const more = async (): Promise<void> => {
    callOff()
    const mine = (latest += 1)
    const cursor = next.value
    isLooking.value = true
    failure.value = null
    try {
      const answer = await api.listJobs({ query: { ...query.value, ...(cursor && { cursor }) } })
      if (mine !== latest) return
      jobs.put(answer.jobs)
      const found = answer.jobs.map(({ id }) => id)
      ids.value = cursor === undefined ? found : [...ids.value, ...found]
      next.value = answer.next
    } catch (error) {
      if (mine === latest) failure.value = wordsOf(error)
    } finally {
      if (mine === latest) isLooking.value = false
    }
  }

  return {
    query,
    next,
    isLooking,
    failure,
    more,
    /** As the panel knows them now: a star may have come meanwhile. */
    found: computed(() => ids.value.flatMap((id) => jobs.jobs.value.get(id) ?? [])),
    /** Looks for something else, once she pauses. */
    search: (changes: HistoryQuery): void => {
      query.value = { ...query.value, ...changes }
      next.value = undefined
      latest += 1
      isLooking.value = true
      callOff()
      callOff = clock.after(PAUSE, () => void more())
    },
    stop: (): void => {
      latest += 1
      callOff()
    },
  }
}
export type History = ReturnType<typeof createHistory>
