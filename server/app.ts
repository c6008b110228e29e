import { Hono } from 'hono'
import { cors } from 'hono/cors'
import { requestId } from 'hono/request-id'
import { secureHeaders } from 'hono/secure-headers'
import { AppError } from '../shared/errors.ts'
import { answerError } from './answer-error.ts'
import type { Deps } from './deps.ts'
import type { Env } from './env.ts'
import { allowHosts } from './middleware/allow-hosts.ts'
import { noStore } from './middleware/no-store.ts'
import { requireToken } from './middleware/require-token.ts'
import { mount } from './mount.ts'
import { openApi } from './open-api.ts'
import { briefRoutes } from './routes/briefs.ts'
import { budgetRoutes } from './routes/budget.ts'
import { comparisonRoutes } from './routes/comparisons.ts'
import {
  archiveRoutes,
  archiveUploadRoutes,
  checkRoutes,
  datasetRoutes,
  importRoutes as pieceImportRoutes,
} from './routes/datasets.ts'
import { descriptionRoutes } from './routes/descriptions.ts'
import { eventRoutes } from './routes/events.ts'
import { deletionRoutes, fileRoutes } from './routes/files.ts'
import { jobRoutes } from './routes/jobs.ts'
import { judgementRoutes } from './routes/judgements.ts'
import { modelRoutes } from './routes/models.ts'
import { sheetRoutes } from './routes/sheets.ts'
import { statusRoutes } from './routes/status.ts'
import { styleRoutes } from './routes/styles.ts'
import { trainingRoutes } from './routes/trainings.ts'
import { importRoutes, weightsRoutes } from './routes/weights.ts'
import { serveStudio } from './studio/serve-studio.ts'

/** The whole proxy as one fetch function. The order of what stands before the routes is part of its safety. */
export const createApp = (deps: Deps): Hono<Env> => {
  const app = new Hono<Env>()
  app.onError(answerError(deps.log))
  app.notFound(() => {
    throw new AppError('not_found', 'There is nothing at this address.')
  })

  app.use(requestId({ limitLength: 64 }))
  app.use(
    secureHeaders({
      // Figma's plugin frame has the origin null: to it, all of ours is another site's.
      crossOriginResourcePolicy: 'cross-origin',
      crossOriginOpenerPolicy: false,
      strictTransportSecurity: deps.publicUrl === null ? false : 'max-age=31536000',
      referrerPolicy: 'no-referrer',
    }),
  )
  app.use(allowHosts(deps.publicUrl))
  // No credentials: the token is what lets a request in, never where it comes from.
  app.use(
    cors({
      origin: '*',
      allowMethods: ['GET', 'POST', 'PUT', 'DELETE'],
      allowHeaders: ['authorization', 'content-type', 'last-event-id'],
      exposeHeaders: ['retry-after', 'x-request-id'],
      maxAge: 86_400,
    }),
  )
  app.get('/healthz', (c) => c.body(null, 200))
  app.use('/v1/*', noStore(), requireToken(deps))

  app.get('/v1/openapi.json', (c) => c.json(openApi(deps.version)))
  mount(app, {
    ...statusRoutes(deps),
    ...jobRoutes(deps),
    ...modelRoutes(deps),
    ...styleRoutes(deps),
    ...budgetRoutes(deps),
    ...comparisonRoutes(deps),
    ...briefRoutes(deps),
    ...deletionRoutes(deps),
    ...datasetRoutes(deps),
    ...trainingRoutes(deps),
    ...checkRoutes(deps),
    ...pieceImportRoutes(deps),
    ...importRoutes(deps),
    ...judgementRoutes(deps),
    ...sheetRoutes(deps),
    ...descriptionRoutes(deps),
  })
  app.route('/', fileRoutes(deps))
  app.route('/', archiveRoutes(deps))
  app.route('/', archiveUploadRoutes(deps))
  app.route('/', weightsRoutes(deps))
  app.route('/', eventRoutes(deps))
  // Nothing under /v1 falls through to the studio's files.
  app.all('/v1/*', (c) => c.notFound())
  app.route('/', serveStudio(deps.studio))
  return app
}
