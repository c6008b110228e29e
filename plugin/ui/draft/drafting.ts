import { computed, effect, signal, untracked } from '@preact/signals'
import type { PictureRef } from '../../../shared/canvas.ts'
import type { JobView } from '../../../shared/contract/index.ts'
import { AppError } from '../../../shared/errors.ts'
import { FIRST_STYLE } from '../../../shared/first-style.ts'
import type { JobId } from '../../../shared/ids.ts'
import { isFinal } from '../../../shared/job.ts'
import type { Recipe } from '../../../shared/recipe.ts'
import type { Style } from '../../../shared/style.ts'
import type { Opened, Panel } from '../panel.ts'
import { pictureKey } from '../placeholder-store.ts'
import { buildRequest } from './build-request.ts'
import { createDelivery } from './delivery.ts'
import { findLost } from './find-lost.ts'
import type { Picture } from './find-unplaced.ts'
import { findUnplaced } from './find-unplaced.ts'
import { formFromRecipe } from './form-from-recipe.ts'
import { createFormStore } from './form-store.ts'
import { newForm, styleSettings } from './new-form.ts'
import { placePicture } from './place-picture.ts'
import { pressProblem } from './press-problem.ts'
import { createPress } from './press.ts'
import { resolveForm } from './resolve-form.ts'
import { resume } from './resume.ts'
import { retryRequest } from './retry-request.ts'
import { createSending } from './sending.ts'

/** The Draft tab without its looks: what it knows and what it can do. */
export const createDrafting = (panel: Panel, opened: Opened) => {
  const { canvas, api, jobs, placeholders, clock, proxy, report } = panel
  const sending = createSending({ api, jobs, clock })
  const press = createPress({ canvas, placeholders, sending })
  const delivery = createDelivery({
    canvas,
    api,
    jobs,
    placeholders,
    panel: panel.id,
    clock,
    onError: report,
  })

  const briefs = computed(() => [
    ...new Set(jobs.list.value.map((job) => job.request.brief.trim())),
  ])
  const form = createFormStore({
    canvas,
    clock,
    initial: opened.form ?? newForm(FIRST_STYLE),
    isKept: (brief) =>
      briefs.value.includes(brief.trim()) ||
      [...sending.list.value.values()].some(({ request }) => request.brief === brief),
    onError: report,
  })
  const resolved = computed(() =>
    proxy.status.value === null
      ? null
      : resolveForm(form.form.value, proxy.status.value, panel.selection.value),
  )
  const problem = computed(() =>
    pressProblem(form.form.value, resolved.value, proxy.connection.value.state),
  )
  const unplaced = computed(() =>
    findUnplaced(
      jobs.list.value,
      panel.document,
      (key) =>
        placeholders.byKey.value.has(key) ||
        delivery.busy.value.has(key) ||
        delivery.placed.value.has(key),
    ),
  )
  /** Jobs that were seen to run while the panel was open. */
  const watched = signal<ReadonlySet<JobId>>(new Set())
  /** Pictures that she has asked for once more. */
  const retried = signal<ReadonlySet<string>>(new Set())
  const hidden = signal<ReadonlySet<JobId>>(new Set())
  /** What the list shows: running, just ended, or with a placeholder that needs a word. Newest first. */
  const shown = computed(() => {
    const waiting = new Set(placeholders.list.value.map(({ job }) => job))
    return jobs.list.value.filter(
      (job) =>
        !hidden.value.has(job.id) &&
        (!isFinal(job.state) || watched.value.has(job.id) || waiting.has(job.id)),
    )
  })

  const lost = computed(() =>
    findLost(
      placeholders.list.value,
      (job) => jobs.jobs.value.has(job) || sending.list.value.has(job),
    ),
  )
  const asksForUnplaced = signal(false)
  /** The job of the latest press, to be scrolled to. */
  const latest = signal<JobId | null>(null)

  const pressInto = async (instead: readonly PictureRef[]): Promise<void> => {
    if (problem.value !== null || resolved.value === null) return
    const request = buildRequest(panel.newJobId(), panel.document, form.form.value, resolved.value)
    latest.value = request.id
    const count = instead.length > 0 ? instead.length : request.count
    await press({ ...request, count }, resolved.value.size, instead)
  }

  const jobOf = (picture: PictureRef): JobView => {
    const job = jobs.jobs.peek().get(picture.job)
    if (job !== undefined) return job
    throw new AppError('not_found', 'The proxy does not know this draft. Draft the brief again.')
  }

  const retry = async (picture: PictureRef): Promise<void> => {
    const job = jobOf(picture)
    const run = job.runs.find(({ index }) => index === picture.index)
    if (run === undefined) throw new AppError('not_found', 'This job has no such picture.')
    retried.value = new Set([...retried.value, pictureKey(picture)])
    await press(retryRequest(panel.newJobId(), job, run), sizeOf(job), [picture])
  }

  const sizeOf = (job: JobView) => {
    const engine = proxy.status.peek()?.engines.find(({ id }) => id === job.engine)
    const wanted = job.request.settings.aspectRatio
    const shape = engine?.capabilities.aspectRatios.find(({ ratio }) => ratio === wanted)
    return shape ?? { width: 1024, height: 1024 }
  }

  const place = ({ job, output }: Picture): Promise<void> =>
    placePicture(
      { canvas, api, jobs, placeholders, panel: panel.id, clock, onError: report },
      job,
      output,
    )

  const cancel = async (job: JobId): Promise<void> => {
    jobs.put([(await api.cancelJob({ params: { id: job } })).job])
  }

  const start = (): (() => void) => {
    const stop = new AbortController()
    const stopSettling = delivery.start()
    const stopWatching = effect(() => {
      const fresh = jobs.list.value.filter(
        (job) => !isFinal(job.state) && !watched.peek().has(job.id),
      )
      if (fresh.length > 0)
        watched.value = new Set([...watched.peek(), ...fresh.map(({ id }) => id)])
    })
    const pickUp = async (): Promise<void> => {
      const isSending = (job: JobId) => sending.list.value.has(job)
      const { document } = panel
      await resume({
        api,
        canvas,
        jobs,
        placeholders,
        document,
        clock,
        isSending,
        signal: stop.signal,
      })
    }
    const stopResuming = effect(() => {
      if (proxy.isConnected.value) untracked(() => panel.attempt(pickUp))
    })
    return () => {
      stop.abort()
      stopSettling()
      stopWatching()
      stopResuming()
    }
  }

  return {
    form,
    sending,
    resolved,
    problem,
    briefs,
    unplaced,
    shown,
    busy: delivery.busy,
    start,
    press: (): Promise<void> => pressInto([]),
    /** Into the placeholders of failed pictures instead of new ones. */
    pressInto,
    latest,
    lost,
    asksForUnplaced,
    randomSeed: panel.randomSeed,
    retry,
    place,
    placeAll: async (): Promise<void> => {
      for (const picture of unplaced.value) await place(picture)
    },
    retried,
    cancel,
    cancelAll: async (): Promise<void> => {
      const running = jobs.list.value.filter((job) => !isFinal(job.state))
      const unsent = [...sending.list.value.keys()]
      await Promise.all([
        ...running.map((job) => cancel(job.id)),
        ...unsent.map((job) => sending.callOff(job)),
      ])
    },
    /** Shows a picture's frame; a picture that has none lies under "Unplaced". */
    reveal: async (picture: PictureRef): Promise<void> => {
      const { found } = await canvas.reveal(picture)
      if (!found)
        await canvas.notify({ message: 'This draft is no longer in the file.', error: false })
    },
    hide: (job: JobId): void => {
      hidden.value = new Set([...hidden.value, job])
    },
    chooseStyle: (style: Style): void => form.change(styleSettings(style)),
    useRecipe: (recipe: Recipe, withSeed: boolean): void =>
      form.propose(formFromRecipe(recipe, proxy.status.value?.styles ?? [], withSeed)),
  }
}
export type Drafting = ReturnType<typeof createDrafting>
