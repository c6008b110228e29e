import * as v from 'valibot'
import { AspectRatio } from '../aspect-ratio.ts'
import { EngineId } from '../generate-request.ts'
import { PictureFormat } from '../settings.ts'
import { Style } from '../style.ts'

const Range = v.object({ min: v.number(), max: v.number(), step: v.number() })

/** What an engine can do. The panel hides what is missing here. */
export const Capabilities = v.object({
  aspectRatios: v.array(v.object({ ratio: AspectRatio, width: v.number(), height: v.number() })),
  formats: v.array(PictureFormat),
  /** Null: this engine has no such setting. */
  steps: v.nullable(Range),
  guidance: v.nullable(Range),
  loraScale: v.nullable(Range),
  referenceUses: v.array(v.picklist(['follow', 'likeness', 'describe'])),
  /** US dollars a picture; 0 is free. */
  pricePerPicture: v.object({ usd: v.number(), estimate: v.boolean() }),
  /** The usual wait for one picture, in seconds. */
  secondsPerPicture: v.number(),
})
export type Capabilities = v.InferOutput<typeof Capabilities>

export const EngineView = v.object({
  id: EngineId,
  /** Its name on screen. */
  label: v.string(),
  /** True where pictures are drawn by code, not by a model; every screen says so. */
  sample: v.boolean(),
  /** True where pictures are made on other machines, so that a reference goes there. */
  remote: v.optional(v.boolean(), false),
  /** Draws the styles that have no model of their own; null or absent: nothing does. */
  defaultModel: v.optional(v.nullable(v.string())),
  capabilities: Capabilities,
  /** Why it starts no picture now, in words; null or absent while all is well. */
  trouble: v.optional(v.nullable(v.string())),
})
export type EngineView = v.InferOutput<typeof EngineView>

/** What the proxy may spend, in US dollars. A day begins at midnight UTC. */
export const Budget = v.object({
  perJob: v.number(),
  /** Absent: an older proxy. */
  perTraining: v.optional(v.number()),
  perDay: v.number(),
  spentToday: v.number(),
  /** For pictures that are not settled: they run, or nobody knows whether they were charged. */
  reserved: v.number(),
})
export type Budget = v.InferOutput<typeof Budget>

/** What the proxy keeps on its disk. */
export const Storage = v.object({
  databaseBytes: v.number(),
  fileBytes: v.number(),
  files: v.number(),
  /** Of trained LoRAs; absent from an older proxy. */
  weightBytes: v.optional(v.number()),
  /** What the disk has left. */
  freeBytes: v.number(),
})
export type Storage = v.InferOutput<typeof Storage>

export const Status = v.object({
  /** Maquette's own version. */
  version: v.string(),
  engines: v.array(EngineView),
  defaultEngine: EngineId,
  styles: v.array(Style),
  limits: v.object({
    count: v.number(),
    briefLength: v.number(),
    uploadBytes: v.number(),
    sidePixels: v.number(),
  }),
  /** Absent from a proxy that is older than its caps. */
  budget: v.optional(Budget),
  /** Absent while the files are being counted, and from older proxies. */
  storage: v.optional(Storage),
})
export type Status = v.InferOutput<typeof Status>

export const status = {
  getStatus: {
    method: 'GET',
    path: '/v1/status',
    summary: 'Engines and what they can do, styles, limits, version.',
    status: 200,
    response: Status,
  },
} as const
