import { Hono } from 'hono'
import * as v from 'valibot'
import type {
  checks as checkEndpoints,
  datasets as endpoints,
  imports as importEndpoints,
} from '../../shared/contract/index.ts'
import { ARCHIVE_LIMIT, downloadArchive, importArchive } from '../../shared/contract/index.ts'
import { contentType, unsupportedType } from '../content-type.ts'
import type { Deps } from '../deps.ts'
import type { Env } from '../env.ts'
import type { Handlers } from '../mount.ts'
import { parseRequest } from '../parse-request.ts'
import { saveBody } from '../save-body.ts'
import { sendDownload } from '../send-download.ts'

/** Windows names a ZIP the second way. */
const ZIP_TYPES = ['application/zip', 'application/x-zip-compressed']

const numberOf = (text: string | undefined): number | null =>
  text === undefined ? null : Number(text)

export const datasetRoutes = ({
  datasets,
  freezer,
}: Pick<Deps, 'datasets' | 'freezer'>): Handlers<keyof typeof endpoints> => ({
  listDatasets: ({ query: { style = null } }) => ({ datasets: datasets.list(style) }),
  createDataset: ({ body }) => ({ dataset: datasets.create(body) }),
  getDataset: ({ params: { id } }) => ({ dataset: datasets.get(id) }),
  renameDataset: ({ params: { id }, body }) => ({
    dataset: datasets.rename(id, body.name, body.revision),
  }),
  deleteDataset: ({ params: { id } }) => {
    datasets.remove(id)
    return { id }
  },
  putPiece: ({ params: { id, piece }, body: { revision, ...draft } }) =>
    datasets.putPiece(id, piece, draft, revision),
  removePiece: ({ params: { id, piece }, query: { revision } }) => ({
    dataset: datasets.removePiece(id, piece, numberOf(revision)),
  }),
  orderPieces: ({ params: { id }, body: { pieces, revision } }) => ({
    dataset: datasets.order(id, pieces, revision),
  }),
  freezeDataset: ({ params: { id }, body: { revision }, caller }) => ({
    version: freezer.freeze(id, revision, caller),
  }),
  listVersions: ({ params: { id } }) => ({ versions: freezer.list(id) }),
  getVersion: ({ params: { id, version } }) => ({ version: freezer.get(id, Number(version)) }),
  diffDataset: ({ params: { id }, query: { from, to } }) => ({
    diff: datasets.diff(id, Number(from), numberOf(to)),
  }),
})

export const checkRoutes = ({
  checks,
}: Pick<Deps, 'checks'>): Handlers<keyof typeof checkEndpoints> => ({
  checkDataset: ({ params: { id } }) => ({ report: checks.ofDataset(id) }),
  checkVersion: ({ params: { id, version } }) => ({
    report: checks.ofVersion(id, Number(version)),
  }),
  trainAnyway: ({ params: { id, version }, body: { codes }, caller }) =>
    checks.trainAnyway(id, Number(version), codes, caller),
})

/** The route whose answer is a ZIP. */
export const archiveRoutes = ({ freezer, log }: Pick<Deps, 'freezer' | 'log'>): Hono<Env> => {
  const app = new Hono<Env>()
  app.get('/v1/datasets/:id/versions/:version/archive', async (c) => {
    const { id, version } = parseRequest(downloadArchive.params, c.req.param())
    const { since } = parseRequest(downloadArchive.query, c.req.query())
    const archive = await freezer.archive(id, Number(version), numberOf(since))
    return sendDownload(c, { type: 'application/zip', bytes: archive.size, ...archive }, log)
  })
  return app
}

export const importRoutes = ({
  imports,
}: Pick<Deps, 'imports'>): Handlers<keyof typeof importEndpoints> => ({
  getImport: ({ params }) => ({ import: imports.get(params.id, params.import) }),
  cancelImport: async ({ params }) => ({ import: await imports.cancel(params.id, params.import) }),
})

/** The route that takes a ZIP. */
export const archiveUploadRoutes = ({ imports }: Pick<Deps, 'imports'>): Hono<Env> => {
  const app = new Hono<Env>()
  app.post('/v1/datasets/:id/imports', async (c) => {
    const { id } = parseRequest(importArchive.params, c.req.param())
    const { consent } = parseRequest(importArchive.query, c.req.query())
    if (!ZIP_TYPES.includes(contentType(c.req.raw))) throw unsupportedType('application/zip')
    const save = (path: string) => saveBody(c.req.raw, path, ARCHIVE_LIMIT)
    const view = await imports.start(id, consent, save)
    return c.json(v.parse(importArchive.response, { import: view }), importArchive.status)
  })
  return app
}
