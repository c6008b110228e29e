import { Hono } from 'hono'
import * as v from 'valibot'
import type { weights as endpoints } from '../../shared/contract/index.ts'
import { downloadKit, downloadWeights, uploadWeights } from '../../shared/contract/index.ts'
import { contentType, unsupportedType } from '../content-type.ts'
import type { Deps } from '../deps.ts'
import type { Env } from '../env.ts'
import type { Handlers } from '../mount.ts'
import { parseRequest } from '../parse-request.ts'
import { sendDownload } from '../send-download.ts'

const BYTES = 'application/octet-stream'

export const importRoutes = ({
  importWeights,
}: Pick<Deps, 'importWeights'>): Handlers<keyof typeof endpoints> => ({
  importWeights: async ({ params: { id }, body: { url, note } }) => ({
    style: await importWeights.url(id, url, note),
  }),
})

async function* chunksOf(body: ReadableStream<Uint8Array> | null) {
  for await (const chunk of body ?? []) yield chunk
}

/** Weights in and out, and the kit to train them elsewhere: the routes that are not JSON on both sides. */
export const weightsRoutes = ({
  trainings,
  importWeights,
  freezer,
  styles,
  log,
}: Pick<Deps, 'trainings' | 'importWeights' | 'freezer' | 'styles' | 'log'>): Hono<Env> => {
  const app = new Hono<Env>()
  app.get('/v1/trainings/:id/weights', async (c) => {
    const { id } = parseRequest(downloadWeights.params, c.req.param())
    return sendDownload(c, { type: BYTES, ...(await trainings.weights(id)) }, log)
  })
  app.post('/v1/styles/:id/weights', async (c) => {
    const { id } = parseRequest(uploadWeights.params, c.req.param())
    const described = parseRequest(uploadWeights.query, c.req.query())
    if (contentType(c.req.raw) !== BYTES) throw unsupportedType(BYTES)
    const style = await importWeights.file(id, described, chunksOf(c.req.raw.body))
    return c.json(v.parse(uploadWeights.response, { style }), 201)
  })
  app.get('/v1/datasets/:id/versions/:version/kit', async (c) => {
    const { id, version } = parseRequest(downloadKit.params, c.req.param())
    const settings = parseRequest(downloadKit.query, c.req.query())
    const kit = await freezer.kit(id, Number(version), settings, styles)
    return sendDownload(c, { type: 'application/zip', bytes: kit.size, ...kit }, log)
  })
  return app
}
