import type { FakeModel, Version } from './models/model.ts'
import { MODELS } from './models/models.ts'

export type Found = { readonly model: FakeModel; readonly version: Version }

/** The models, and what is created, trained and deleted while the fake runs. */
export type Catalogue = {
  /** Null also for a model that is somebody else's and private. */
  readonly model: (owner: string, name: string) => FakeModel | null
  readonly add: (model: FakeModel) => void
  readonly addVersion: (owner: string, name: string, version: Version) => void
  readonly deleteVersion: (owner: string, name: string, id: string) => void
  /** What `version` of a request names: `owner/name:id`, an id, or `owner/name` of an official model. */
  readonly resolve: (reference: string) => Found | null
}

export const createCatalogue = (extra: readonly FakeModel[]): Catalogue => {
  const models = new Map([...MODELS, ...extra].map((one) => [`${one.owner}/${one.name}`, one]))
  const visible = (key: string): FakeModel | null => {
    const model = models.get(key)
    return model?.visible === true ? model : null
  }
  const find = (model: FakeModel | null, id: string): Found | null => {
    const version = model?.versions.find((one) => one.id === id)
    return model === null || version === undefined ? null : { model, version }
  }
  const change = (key: string, versions: (model: FakeModel) => readonly Version[]) => {
    const model = models.get(key)
    if (model === undefined) throw new Error(`The fake has no model ${key}`)
    models.set(key, { ...model, versions: versions(model) })
  }
  return {
    model: (owner, name) => visible(`${owner}/${name}`),
    add: (model) => models.set(`${model.owner}/${model.name}`, model),
    addVersion: (owner, name, version) =>
      change(`${owner}/${name}`, (model) => [version, ...model.versions]),
    deleteVersion: (owner, name, id) =>
      change(`${owner}/${name}`, (model) => model.versions.filter((one) => one.id !== id)),
    resolve: (reference) => {
      const [key = '', id] = reference.split(':')
      if (id !== undefined) return find(visible(key), id)
      if (!key.includes('/')) {
        const all = [...models.values()].filter((one) => one.visible)
        return all.map((model) => find(model, key)).find((found) => found !== null) ?? null
      }
      const model = visible(key)
      const version = model?.versions[0]
      return model?.official === true && version !== undefined ? { model, version } : null
    },
  }
}
