import * as v from 'valibot'

/** The names in an archive. Files stand under `files/` by their id, weights under `weights/`; nothing else is in there. */
export const DATABASE = 'maquette.db'
export const MANIFEST = 'maquette.json'
export const FILES = 'files/'
export const WEIGHTS = 'weights/'

/** The last entry of an archive: what it holds, and that it is whole. */
export const Manifest = v.object({
  format: v.literal(1),
  /** Of the Maquette that wrote it. */
  version: v.string(),
  /** When the database was as it is in there: an ISO date. */
  at: v.pipe(v.string(), v.isoTimestamp()),
  /** The SHA-256 of the database. */
  database: v.string(),
  files: v.number(),
  /** Of LoRAs; archives that are older than them have none. */
  weights: v.optional(v.number(), 0),
})
export type Manifest = v.InferOutput<typeof Manifest>
