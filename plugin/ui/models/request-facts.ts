import type { Capabilities, EngineView } from '../../../shared/contract/index.ts'
import type { Cost } from '../../../shared/recipe.ts'
import type { SweepBase } from '../../../shared/sweep.ts'
import type { Panel } from '../panel.ts'
import { whyUnusable } from './why-unusable.ts'

/** What would draw a request, and what that can do and costs, as far as is known. */
export const createRequestFacts = ({ proxy, models }: Pick<Panel, 'proxy' | 'models'>) => {
  const engineOf = ({ engine }: SweepBase): EngineView | undefined => {
    const status = proxy.status.value
    return status?.engines.find(({ id }) => id === (engine ?? status.defaultEngine))
  }
  const styleOf = ({ style }: SweepBase) =>
    proxy.status.value?.styles.find(({ id }) => id === style)

  /** As `owner/name`; null where no model draws. */
  const modelOf = (request: SweepBase): string | null => {
    const engine = engineOf(request)
    if (engine === undefined || engine.sample) return null
    return request.version ?? styleOf(request)?.model ?? engine.defaultModel ?? null
  }
  const capabilitiesOf = (request: SweepBase): Capabilities | null =>
    models.known(modelOf(request))?.capabilities ?? engineOf(request)?.capabilities ?? null

  return {
    engineOf,
    styleOf,
    modelOf,
    capabilitiesOf,
    /** Why one of them cannot be drawn, in words; null where nobody knows of a reason. */
    whyUnusable: (requests: readonly SweepBase[]): string | null =>
      requests
        .map((request) => whyUnusable(models.of(modelOf(request))))
        .find((words) => words !== null) ?? null,
    /** Of one picture for each request. */
    priceOf: (requests: readonly SweepBase[]): Cost =>
      requests
        .map((request) => capabilitiesOf(request)?.pricePerPicture)
        .reduce<Cost>(
          (sum, price) => ({
            usd: sum.usd + (price?.usd ?? 0),
            estimate: sum.estimate || price?.estimate === true,
          }),
          { usd: 0, estimate: false },
        ),
  }
}
export type RequestFacts = ReturnType<typeof createRequestFacts>
