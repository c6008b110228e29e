import * as v from 'valibot'
import { FileId } from '../ids.ts'

export const FileType = v.picklist(['image/png', 'image/jpeg'])
export type FileType = v.InferOutput<typeof FileType>

/** The largest upload, in bytes. */
export const UPLOAD_LIMIT = 20 * 1024 * 1024
/** The longest side of a picture, in pixels: Figma refuses larger ones (developers.figma.com: figma.createImage). */
export const SIDE_LIMIT = 4096

/** A stored picture. Its id is the SHA-256 of its bytes. */
export const StoredFile = v.object({
  id: FileId,
  type: FileType,
  width: v.number(),
  height: v.number(),
  bytes: v.number(),
})
export type StoredFile = v.InferOutput<typeof StoredFile>

/** `POST /v1/files` takes the picture's bytes with their content type and answers 201 with this. */
export const uploadFile = {
  method: 'POST',
  path: '/v1/files',
  summary:
    'Store a picture (PNG or JPEG bytes). `for=sheet`: a page to clean, which may be larger.',
  status: 201,
  query: v.object({ for: v.optional(v.literal('sheet')) }),
  response: StoredFile,
} as const

export const files = {
  deleteFile: {
    method: 'DELETE',
    path: '/v1/files/{id}',
    summary: 'Delete a reference. Drafts, pieces, and what a job still needs, are a 409.',
    status: 200,
    params: v.object({ id: FileId }),
    response: v.object({ id: FileId }),
  },
} as const

/** The longest side of a picture that is made smaller to be shown among many, in pixels. */
export const THUMBNAIL_SIDE = 256

/** `GET /v1/files/{id}` answers with the bytes, or with a small WebP of them. They never change. */
export const downloadFile = {
  method: 'GET',
  path: '/v1/files/{id}',
  summary: 'The bytes of a stored picture; with `side`, a small WebP of it.',
  status: 200,
  params: v.object({ id: FileId }),
  query: v.object({
    side: v.optional(v.literal(String(THUMBNAIL_SIDE), `Only ${THUMBNAIL_SIDE}.`)),
  }),
} as const
