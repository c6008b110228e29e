import type { Signal } from '@preact/signals-core'
import { signal } from '@preact/signals-core'
import type { Capabilities } from '../../../../shared/contract/index.ts'
import type { JobId } from '../../../../shared/ids.ts'
import { isFinal } from '../../../../shared/job.ts'
import type { Mark } from '../../../../shared/mark.ts'
import type { PictureRef } from '../../../../shared/picture-ref.ts'
import type { Recipe } from '../../../../shared/recipe.ts'
import type { SteerAction, Tidying } from '../../../../shared/steer-procedures.ts'
import type { Panel } from '../../panel.ts'
import { whyOverLimit } from '../../spending/why-over-limit.ts'
import type { Press } from '../press.ts'
import type { References } from '../reference/create-references.ts'
import { describeStep } from './describe-step.ts'
import type { Step } from './step.ts'
import { stepProblem } from './step-problem.ts'
import { stepRequest, stepSize } from './step-request.ts'

export type SteeringOptions = {
  readonly panel: Panel
  readonly press: Press
  readonly references: Pick<References, 'permit'>
  readonly latest: Signal<JobId | null>
  /** Pictures of one press. */
  readonly count: () => number
}

/** What she can do with drafts that are there. Each rejects with words for her. */
export const createSteering = (options: SteeringOptions) => {
  const { panel, press, references, latest } = options
  const { api, canvas, jobs, models, proxy, spending } = panel
  /** What a relaunch button asked for: it had no room for a price. */
  const asked = signal<SteerAction | null>(null)
  /** Her own layer, while she looks for the draft that it grew from. */
  const linking = signal<{ readonly node: string; readonly name: string } | null>(null)

  const engineOf = ({ engine }: Recipe) =>
    proxy.status.value?.engines.find(({ id }) => id === engine)

  /** The model that drew it, as `owner/name:version`; null where no model did. */
  const modelOf = (recipe: Recipe): string | null => {
    const engine = engineOf(recipe)
    return engine === undefined || engine.sample
      ? null
      : (recipe.version ?? engine.defaultModel ?? null)
  }

  const capabilitiesOf = (recipe: Recipe): Capabilities | null =>
    models.known(modelOf(recipe))?.capabilities ?? engineOf(recipe)?.capabilities ?? null

  const countOf = ({ action }: Pick<Step, 'action'>): number =>
    action === 'change' ? 1 : options.count()

  const problem = (recipe: Recipe, step: Step): string | null => {
    const capabilities = capabilitiesOf(recipe)
    return (
      stepProblem(recipe, step, {
        connection: proxy.connection.value.state,
        status: proxy.status.value,
        capabilities,
      }) ??
      whyOverLimit(
        capabilities && countOf(step) * capabilities.pricePerPicture.usd,
        spending.figures.value,
      )
    )
  }

  const take = async (node: string, recipe: Recipe, step: Step): Promise<void> => {
    if (problem(recipe, step) !== null) return
    const { document } = panel
    const send = async () => {
      const request = stepRequest(recipe, step, {
        id: panel.newJobId(),
        document,
        count: countOf(step),
      })
      latest.value = request.id
      const label = describeStep(recipe.brief, step)
      await press(request, stepSize(recipe, step), { under: { node, label } })
    }
    // The draft's own picture came from there; a reference that it followed may be a customer's.
    const isHers = recipe.reference !== null && !step.action.startsWith('more')
    if (isHers) await references.permit('The reference of this draft', engineOf(recipe), send)
    else await send()
  }

  const mark = async (recipes: readonly Recipe[], next: Mark | null): Promise<void> => {
    const pictures: PictureRef[] = recipes.map(({ job, index }) => ({ job, index }))
    await canvas.mark({ pictures, mark: next })
    await Promise.all(
      pictures.map(async ({ job, index }) => {
        const params = { id: job, index: String(index) }
        jobs.put([(await api.markOutput({ params, body: { mark: next } })).job])
      }),
    )
  }

  /** Drafts that wait for an engine though she has picked one of the same brief. */
  const needless = () => {
    const picked = new Set(
      jobs.list.value
        .filter(({ outputs }) => outputs.some(({ mark }) => mark?.kind === 'star'))
        .map(({ request }) => request.brief.trim()),
    )
    return jobs.list.value.filter(
      ({ id, state, document, request }) =>
        state === 'queued' &&
        !panel.swept.value.has(id) &&
        document === panel.document &&
        picked.has(request.brief.trim()),
    )
  }

  return {
    asked,
    linking,
    modelOf,
    capabilitiesOf,
    countOf,
    problem,
    take,
    mark,
    needless,
    link: async (node: string, of: PictureRef | null): Promise<void> => {
      const { outcome } = await canvas.linkFinished({
        node,
        of: of && { job: of.job, index: of.index },
      })
      linking.value = null
      if (outcome === 'missing')
        await canvas.notify({ message: 'That layer is no longer in the file.', error: false })
    },
    tidy: async (how: Tidying): Promise<void> => {
      await canvas.tidy({ how })
      await Promise.all(
        needless().map(async ({ id, state }) => {
          if (!isFinal(state)) jobs.put([(await api.cancelJob({ params: { id } })).job])
        }),
      )
    },
  }
}
export type Steering = ReturnType<typeof createSteering>
