import type { Route } from './route.ts'
import { part } from './route.ts'
import { weightsTar } from './trained-weights.ts'
import { hasOutput } from './view-run.ts'

const TYPES = { webp: 'image/webp', jpg: 'image/jpeg', png: 'image/png' } as const

const gone = () =>
  new Response('<html><body><h1>404 Not Found</h1></body></html>', {
    status: 404,
    headers: { 'content-type': 'text/html' },
  })

/** Outputs, on URLs of their own that need no token, for as long as their run keeps its data. */
export const deliveryRoute: Route = {
  kind: 'delivery',
  method: 'GET',
  path: '/delivery/:id/:file',
  open: true,
  handle: async (world, context) => {
    const [id, file] = [part(context, 'id'), part(context, 'file')]
    const run = world.runs.get('prediction', id) ?? world.runs.get('training', id)
    if (run === null || !hasOutput(run, world.view())) return gone()
    if (run.plan.trained !== null) {
      const tar = await weightsTar(run.plan.trained.weights)
      return new Response(Buffer.from(tar), {
        headers: { 'content-type': 'application/x-tar', 'content-length': String(tar.length) },
      })
    }
    const picture = run.plan.pictures.find((one) => file === `out-${one.index}.${one.format}`)
    if (picture === undefined) return gone()
    const bytes = await world.draw(picture)
    return new Response(Buffer.from(bytes), {
      headers: { 'content-type': TYPES[picture.format], 'content-length': String(bytes.length) },
    })
  },
}
