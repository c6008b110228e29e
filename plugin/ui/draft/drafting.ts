import { computed, effect, signal, untracked } from '@preact/signals-core'
import type { PictureRef } from '../../../shared/picture-ref.ts'
import { FIRST_STYLE } from '../../../shared/first-style.ts'
import type { FileId, JobId } from '../../../shared/ids.ts'
import type { Recipe } from '../../../shared/recipe.ts'
import type { Style } from '../../../shared/style.ts'
import { firstValue } from '../first-value.ts'
import type { Opened, Panel } from '../panel.ts'
import { whyOverLimit } from '../spending/why-over-limit.ts'
import { buildRequest } from './build-request.ts'
import { createDelivery } from './delivery.ts'
import { findLost } from './find-lost.ts'
import { findUnplaced } from './find-unplaced.ts'
import { formFromRecipe } from './form-from-recipe.ts'
import { createFormStore } from './form-store.ts'
import { createJobActions } from './job-actions.ts'
import { newForm, styleSettings } from './new-form.ts'
import { pressProblem } from './press-problem.ts'
import { createPress } from './press.ts'
import { createReferences } from './reference/create-references.ts'
import type { ResolvedForm } from './resolve-form.ts'
import { resolveForm } from './resolve-form.ts'
import { resume } from './resume.ts'
import { createSending } from './sending.ts'
import { createShownJobs } from './shown-jobs.ts'
import { createSteering } from './steer/create-steering.ts'

const priceOf = (resolved: ResolvedForm | null): number | null =>
  resolved && resolved.count * resolved.capabilities.pricePerPicture.usd

/** The Draft tab without its looks: what it knows and what it can do. */
export const createDrafting = (panel: Panel, opened: Opened) => {
  const { canvas, api, pictures, models, jobs, placeholders, clock, proxy, report } = panel
  const sending = createSending({ api, jobs, clock })
  const press = createPress({ canvas, placeholders, sending })
  const delivery = createDelivery({
    canvas,
    api,
    pictures,
    jobs,
    placeholders,
    panel: panel.id,
    clock,
    onError: report,
  })

  const briefs = computed(() => [
    ...new Set(jobs.list.value.map((job) => job.request.brief.trim())),
  ])
  const kept = opened.form ?? newForm(FIRST_STYLE)
  const form = createFormStore({
    canvas,
    clock,
    initial: kept.reference?.document === panel.document ? kept : { ...kept, reference: null },
    isKept: (brief) =>
      briefs.value.includes(brief.trim()) ||
      [...sending.list.value.values()].some(({ request }) => request.brief === brief),
    onError: report,
  })
  const resolved = computed(() =>
    proxy.status.value === null
      ? null
      : resolveForm(form.form.value, {
          status: proxy.status.value,
          selection: panel.selection.value,
          modelOf: models.known,
          origin: panel.origin,
          consent: panel.consent.value,
        }),
  )
  /** The model that draws, where the engine does not say what it can do. */
  const ownModel = computed(() => {
    if (resolved.value === null) return null
    const { model, engine } = resolved.value
    return model === engine.defaultModel ? null : model
  })
  const askedModel = computed(() => models.of(ownModel.value))
  const references = createReferences({ panel, form, resolved })
  /** Why a brief cannot be drawn, whatever it costs: by this model, or by the one that the form stands for. */
  const unready = (brief: string, model: string | null = null): string | null =>
    pressProblem(
      brief,
      model === null ? resolved.value : resolved.value && { ...resolved.value, model },
      proxy.connection.value.state,
      model === null ? askedModel.value : models.of(model),
    ) ?? references.problem.value
  const problem = computed(
    () =>
      unready(form.form.value.brief) ??
      whyOverLimit(priceOf(resolved.value), panel.spending.figures.value),
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
  const list = createShownJobs({ jobs, placeholders, sending, swept: panel.swept })
  const lost = computed(() =>
    findLost(
      placeholders.list.value,
      (job) =>
        jobs.jobs.value.has(job) || sending.list.value.has(job) || panel.swept.value.has(job),
    ),
  )
  const asksForUnplaced = signal(false)
  /** The job of the latest press, to be scrolled to. */
  const latest = signal<JobId | null>(null)

  const pressInto = async (instead: readonly PictureRef[]): Promise<void> => {
    if (problem.value !== null || resolved.value === null) {
      // What was wrong with the model may be mended by now.
      if (askedModel.value?.state === 'failed') await models.ask(ownModel.value)
      return
    }
    const request = buildRequest(panel.newJobId(), panel.document, form.form.value, resolved.value)
    latest.value = request.id
    const count = instead.length > 0 ? instead.length : request.count
    try {
      await press({ ...request, count }, resolved.value.size, { instead })
    } catch (error) {
      references.notice(error)
      throw error
    }
  }

  const steering = createSteering({
    panel,
    press,
    references,
    latest,
    count: () => resolved.value?.count ?? form.form.value.count,
  })
  const actions = createJobActions({ panel, press, references, sending, list, unplaced })

  const start = (): (() => void) => {
    const stop = new AbortController()
    const pickUp = () =>
      resume({
        api,
        canvas,
        jobs,
        placeholders,
        document: panel.document,
        clock,
        isSending: (job) => sending.list.value.has(job) || panel.swept.value.has(job),
        signal: stop.signal,
      })
    const stops = [
      delivery.start(),
      list.start(),
      effect(() => {
        if (proxy.isConnected.value) untracked(() => panel.attempt(pickUp))
      }),
      effect(() => {
        const name = proxy.isConnected.value ? ownModel.value : null
        untracked(() => void models.ask(name))
      }),
      () => stop.abort(),
    ]
    return () => stops.forEach((stop) => stop())
  }

  return {
    ...actions,
    form,
    references,
    steering,
    sending,
    resolved,
    /** Pictures that this panel has placed; the canvas may not have said so yet. */
    placed: delivery.placed,
    /** Why a brief cannot be drafted now, whatever it costs, in words; null when it can. */
    unready,
    problem,
    briefs,
    unplaced,
    sent: list.sent,
    shown: list.shown,
    hide: list.hide,
    start,
    press: (): Promise<void> => pressInto([]),
    /** Into the placeholders of failed pictures instead of new ones. */
    pressInto,
    latest,
    lost,
    asksForUnplaced,
    /** A picture to be shown in the panel, which waits for those that go to the canvas. */
    thumbnail: async (file: FileId, isSmall = false) => {
      await firstValue(() => delivery.busy.value.size === 0 || undefined)
      return isSmall ? panel.thumbnails(file) : pictures(file)
    },
    chooseStyle: (style: Style): void => form.change(styleSettings(style)),
    useRecipe: (recipe: Recipe, withSeed: boolean): void =>
      form.propose(
        formFromRecipe(recipe, panel.document, proxy.status.value?.styles ?? [], withSeed),
      ),
  }
}
export type Drafting = ReturnType<typeof createDrafting>
