import { signal } from '@preact/signals-core'
import * as v from 'valibot'
import type { ModelView } from '../../../shared/contract/index.ts'
import { ModelName } from '../../../shared/model-name.ts'
import { firstValue } from '../first-value.ts'
import type { Api } from '../proxy/create-api.ts'
import type { AskedModel } from './asked-model.ts'
import { failedQuestion } from './asked-model.ts'

/**
 * What the proxy says of the models that styles name; remembered while the panel is open. No name, null, is never
 * asked about.
 */
export const createModels = ({ api }: { readonly api: Pick<Api, 'describeModel'> }) => {
  const asked = signal<ReadonlyMap<string, AskedModel>>(new Map())
  const of = (name: string | null): AskedModel | null =>
    name === null ? null : (asked.value.get(name) ?? null)

  const put = (name: string, found: AskedModel): void => {
    asked.value = new Map(asked.peek()).set(name, found)
  }

  const inquire = async (name: string): Promise<void> => {
    put(name, { state: 'asking' })
    try {
      const model = await api.describeModel({ query: { name } })
      put(name, { state: 'known', model })
      // Jobs and recipes call it by this name.
      put(model.pinned, { state: 'known', model })
    } catch (error) {
      put(name, failedQuestion(error))
    }
  }

  return {
    of,
    /** Null while it is not known. */
    known: (name: string | null): ModelView | null => {
      const found = of(name)
      return found?.state === 'known' ? found.model : null
    },
    /**
     * Asks about a model, unless it is known or being asked about; resolves with what came out. A question that failed
     * is put again. Null for what cannot be the name of a model.
     */
    ask: async (name: string | null): Promise<AskedModel | null> => {
      if (!v.is(ModelName, name)) return null
      const before = asked.peek().get(name)
      if (before === undefined || before.state === 'failed') await inquire(name)
      return firstValue(() => {
        const found = asked.value.get(name)
        return found?.state === 'asking' ? undefined : found
      })
    },
  }
}
export type Models = ReturnType<typeof createModels>
