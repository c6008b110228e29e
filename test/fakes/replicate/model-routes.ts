import type { Model, ModelVersion } from 'replicate'
import { isJsonObject } from './json-object.ts'
import { listPage } from './list-page.ts'
import type { FakeModel, Version } from './models/model.ts'
import { ACCOUNT } from './models/models.ts'
import { openapiSchema } from './openapi-schema.ts'
import { problems } from './problems.ts'
import { publishTrained } from './publish-trained.ts'
import type { RequestContext, Route } from './route.ts'
import { part, readBody } from './route.ts'
import type { World } from './world.ts'

const viewVersion = (version: Version) =>
  ({
    id: version.id,
    created_at: version.createdAt,
    cog_version: version.cogVersion,
    openapi_schema: openapiSchema(version),
  }) satisfies ModelVersion

const viewModel = (model: FakeModel, url: string) => {
  const [newest] = model.versions
  return {
    url: `${url}/${model.owner}/${model.name}`,
    owner: model.owner,
    name: model.name,
    description: model.description,
    visibility: model.visibility,
    is_official: model.official,
    run_count: 0,
    cover_image_url: null,
    default_example: null,
    latest_version: newest === undefined ? null : viewVersion(newest),
  } satisfies { [Key in keyof Model]: Model[Key] | null }
}

const byName = (
  world: World,
  context: RequestContext,
  found: (model: FakeModel) => Response,
): Response => {
  publishTrained(world)
  const model = world.catalogue.model(part(context, 'owner'), part(context, 'name'))
  return model === null ? problems.notFound() : found(model)
}

const byVersion = (
  world: World,
  context: RequestContext,
  found: (version: Version, model: FakeModel) => Response,
): Response =>
  byName(world, context, (model) => {
    const version = model.versions.find((one) => one.id === part(context, 'version'))
    return version === undefined ? problems.notFound() : found(version, model)
  })

const create = async (world: World, context: RequestContext): Promise<Response> => {
  const body = await readBody(context)
  if (!isJsonObject(body)) return problems.notJson()
  const { owner, name, visibility, hardware, description } = body
  const absent = ['owner', 'name', 'visibility', 'hardware'].filter(
    (field) => typeof body[field] !== 'string',
  )
  if (absent.length > 0 || typeof owner !== 'string' || typeof name !== 'string')
    return problems.invalid(
      absent.map((field) => ({ type: 'required', field: '', description: `${field} is required` })),
    )
  if (owner !== ACCOUNT || typeof hardware !== 'string') return problems.notFound()
  if (world.catalogue.model(owner, name) !== null) return problems.modelExists()
  const model: FakeModel = {
    owner,
    name,
    description: typeof description === 'string' ? description : '',
    visibility: visibility === 'public' ? 'public' : 'private',
    official: false,
    visible: true,
    versions: [],
  }
  world.catalogue.add(model)
  return Response.json(viewModel(model, world.view().url), { status: 201 })
}

const AT = '/v1/models/:owner/:name'

export const modelRoutes: readonly Route[] = [
  { kind: 'createModel', method: 'POST', path: '/v1/models', handle: create },
  {
    kind: 'getModel',
    method: 'GET',
    path: AT,
    handle: (world, context) =>
      byName(world, context, (model) => Response.json(viewModel(model, world.view().url))),
  },
  {
    kind: 'listVersions',
    method: 'GET',
    path: `${AT}/versions`,
    handle: (world, context) =>
      byName(world, context, (model) => {
        const url = new URL(new URL(context.req.url).pathname, world.view().url)
        return Response.json(listPage(model.versions.map(viewVersion), url))
      }),
  },
  {
    kind: 'getVersion',
    method: 'GET',
    path: `${AT}/versions/:version`,
    handle: (world, context) =>
      byVersion(world, context, (version) => Response.json(viewVersion(version))),
  },
  {
    kind: 'deleteVersion',
    method: 'DELETE',
    path: `${AT}/versions/:version`,
    handle: (world, context) =>
      byVersion(world, context, (version, { owner, name }) => {
        if (owner !== ACCOUNT) return problems.notFound()
        world.catalogue.deleteVersion(owner, name, version.id)
        return new Response(null, { status: 202 })
      }),
  },
]
