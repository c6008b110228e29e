import { Hono } from 'hono'
import * as v from 'valibot'
import type { files as endpoints } from '../../shared/contract/index.ts'
import {
  FileType,
  SHEET_UPLOAD_LIMIT,
  UPLOAD_LIMIT,
  downloadFile,
  uploadFile,
} from '../../shared/contract/index.ts'
import { AppError } from '../../shared/errors.ts'
import { readImageHeader } from '../../shared/image-header.ts'
import { contentType, unsupportedType } from '../content-type.ts'
import type { Deps } from '../deps.ts'
import type { Env } from '../env.ts'

import { keepPicture } from '../files/keep-picture.ts'
import { CANVAS_LIMITS, SHEET_LIMITS, verifyPicture } from '../files/verify-picture.ts'
import { thumbnail } from '../files/thumbnail.ts'
import type { Handlers } from '../mount.ts'
import { parseRequest } from '../parse-request.ts'
import { readBody } from '../read-body.ts'

export const deletionRoutes = ({
  housekeeping,
}: Pick<Deps, 'housekeeping'>): Handlers<keyof typeof endpoints> => ({
  deleteFile: async ({ params: { id } }) => {
    await housekeeping.deleteReference(id)
    return { id }
  },
})

/** Bytes in, bytes out: the two routes that are not JSON on both sides. */
export const fileRoutes = ({ files, uploads, clock }: Pick<Deps, 'files' | 'uploads' | 'clock'>) =>
  new Hono<Env>()
    .post(uploadFile.path, async (c) => {
      const isPage = parseRequest(uploadFile.query, c.req.query()).for === 'sheet'
      const bytes = await readBody(c.req.raw, isPage ? SHEET_UPLOAD_LIMIT : UPLOAD_LIMIT)
      const declared = contentType(c.req.raw)
      if (!v.is(FileType, declared)) throw unsupportedType('image/png or image/jpeg')
      const actual = readImageHeader(bytes)?.type
      if (actual !== undefined && actual !== declared)
        throw new AppError(
          'unsupported_media_type',
          `The picture was sent as ${declared}, but it is ${actual}.`,
        )
      const header = await verifyPicture(bytes, isPage ? SHEET_LIMITS : CANVAS_LIMITS)
      const file = await keepPicture(files, bytes, header)
      uploads.add(file.id, clock.now())
      return c.json(v.parse(uploadFile.response, file), 201)
    })
    .get('/v1/files/:id', async (c) => {
      const { id } = parseRequest(downloadFile.params, c.req.param())
      const { side } = parseRequest(downloadFile.query, c.req.query())
      const bytes = await files.read(id)
      if (bytes === null) throw new AppError('not_found', 'The proxy does not have this picture.')
      c.header('Cache-Control', 'private, max-age=31536000, immutable')
      if (side !== undefined) {
        c.header('Content-Type', 'image/webp')
        return c.body(new Uint8Array(await thumbnail(bytes, Number(side))))
      }
      c.header('Content-Type', readImageHeader(bytes)?.type ?? 'application/octet-stream')
      return c.body(bytes)
    })
