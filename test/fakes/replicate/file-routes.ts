import { createHmac } from 'node:crypto'
import type { FileObject } from 'replicate'
import { viewFile } from './file-store.ts'
import { isJsonObject } from './json-object.ts'
import { listPage } from './list-page.ts'
import { ACCOUNT } from './models/models.ts'
import { problems } from './problems.ts'
import { randomId } from './random-id.ts'
import type { RequestContext, Route } from './route.ts'
import { part } from './route.ts'
import type { StoredFile } from './file-store.ts'
import type { World } from './world.ts'

const LARGEST = 100 * 1024 * 1024
/** The multipart envelope around the bytes. */
const ENVELOPE = 64 * 1024

const view = (file: StoredFile, world: World): FileObject => viewFile(file, world.view().url)

const readMetadata = async (value: FormDataEntryValue | null): Promise<unknown> => {
  if (value === null) return {}
  const text = typeof value === 'string' ? value : await value.text()
  return JSON.parse(text)
}

const create = async (world: World, context: RequestContext): Promise<Response> => {
  // Refused by its announced length: nothing of it is read.
  if (Number(context.req.header('content-length') ?? 0) > LARGEST + ENVELOPE)
    return problems.fileTooLarge()
  const form = await context.req.formData()
  const content = form.get('content')
  if (!(content instanceof File))
    return problems.invalid([{ type: 'required', field: '', description: 'content is required' }])
  if (content.size > LARGEST) return problems.fileTooLarge()
  const metadata = await readMetadata(form.get('metadata'))
  const name = form.get('filename')
  const file: StoredFile = {
    id: randomId(world.random),
    name: typeof name === 'string' ? name : content.name,
    type: content.type === '' ? 'application/octet-stream' : content.type,
    bytes: new Uint8Array(await content.arrayBuffer()),
    metadata: isJsonObject(metadata) ? metadata : {},
    createdAt: world.clock.now(),
  }
  world.files.add(file)
  return Response.json(view(file, world), { status: 201 })
}

/** Base64 of the HMAC that a download link is signed with, over `{owner} {id} {expiry}`. */
const sign = (world: World, id: string, expiry: string): string =>
  createHmac('sha256', world.token).update(`${ACCOUNT} ${id} ${expiry}`).digest('base64')

const byId = (
  world: World,
  context: RequestContext,
  found: (file: StoredFile) => Response,
): Response => {
  const file = world.files.get(part(context, 'id'))
  return file === null ? problems.noFile() : found(file)
}

export const fileRoutes: readonly Route[] = [
  { kind: 'createFile', method: 'POST', path: '/v1/files', handle: create },
  {
    kind: 'listFiles',
    method: 'GET',
    path: '/v1/files',
    handle: (world, context) => {
      const { pathname, search } = new URL(context.req.url)
      const url = new URL(`${pathname}${search}`, world.view().url)
      const page = listPage(world.files.all(), url)
      return Response.json({ ...page, results: page.results.map((file) => view(file, world)) })
    },
  },
  {
    kind: 'getFile',
    method: 'GET',
    path: '/v1/files/:id',
    handle: (world, context) => byId(world, context, (file) => Response.json(view(file, world))),
  },
  {
    kind: 'deleteFile',
    method: 'DELETE',
    path: '/v1/files/:id',
    handle: (world, context) =>
      byId(world, context, (file) => {
        world.files.delete(file.id)
        return new Response(null, { status: 204 })
      }),
  },
  {
    kind: 'downloadFile',
    method: 'GET',
    path: '/v1/files/:id/download',
    open: true,
    handle: (world, context) =>
      byId(world, context, (file) => {
        const { expiry = '', signature = '', owner } = context.req.query()
        const valid = signature === sign(world, file.id, expiry) && owner === ACCOUNT
        if (!valid || Number(expiry) * 1000 < world.clock.now()) return problems.noFile()
        return new Response(Buffer.from(file.bytes), {
          headers: { 'content-type': 'application/octet-stream' },
        })
      }),
  },
]
