import * as v from 'valibot'
import { ModelName } from '../shared/model-name.ts'
import type { Caps } from './budget/caps.ts'
import { USUAL_CAPS } from './budget/caps.ts'
import type { Hosting } from './hosting.ts'
import { HostingSettings, toHosting } from './hosting.ts'
import { StartError } from './start-error.ts'

const PORT = 'MAQUETTE_PORT is a whole number from 0 to 65535 (0: any free port).'
const SECONDS = 'MAQUETTE_SAMPLE_SECONDS is a number of seconds from 0 to 60.'
const KEEP_DAYS = 'MAQUETTE_KEEP_REFERENCES_DAYS is a whole number of days from 1 to 9999.'
const REPLICATE_URL = 'MAQUETTE_REPLICATE_URL is an address that starts with http:// or https://.'
const REPLICATE_TOKEN = 'REPLICATE_API_TOKEN is one word without spaces.'
const MODEL = 'MAQUETTE_MODEL is written as owner/name or owner/name:version.'

const DESCRIBER = 'MAQUETTE_DESCRIBER is written as owner/name or owner/name:version.'

const usd = (name: string, usual: number) => {
  const words = `${name} is a number of US dollars from 0 to 10000.`
  return v.optional(
    v.pipe(
      v.string(),
      v.regex(/^\d+(\.\d+)?$/, words),
      v.transform(Number),
      v.maxValue(10_000, words),
    ),
    String(usual),
  )
}

const Environment = v.object({
  ...HostingSettings.entries,
  MAQUETTE_PORT: v.optional(
    v.pipe(v.string(), v.regex(/^\d{1,5}$/, PORT), v.transform(Number), v.maxValue(65_535, PORT)),
    '8787',
  ),
  MAQUETTE_DATA: v.optional(v.string(), './data'),
  MAQUETTE_KEEP_REFERENCES_DAYS: v.optional(
    v.pipe(
      v.string(),
      v.regex(/^\d{1,4}$/, KEEP_DAYS),
      v.transform(Number),
      v.minValue(1, KEEP_DAYS),
    ),
    '30',
  ),
  MAQUETTE_SAMPLE_SECONDS: v.optional(
    v.pipe(
      v.string(),
      v.regex(/^\d+(\.\d+)?$/, SECONDS),
      v.transform(Number),
      v.maxValue(60, SECONDS),
    ),
    '2',
  ),
  REPLICATE_API_TOKEN: v.optional(v.pipe(v.string(), v.regex(/^\S+$/, REPLICATE_TOKEN))),
  MAQUETTE_REPLICATE_URL: v.optional(
    v.pipe(v.string(), v.regex(/^https?:\/\/\S+$/, REPLICATE_URL)),
  ),
  MAQUETTE_MODEL: v.optional(
    v.pipe(
      v.string(),
      v.check((name) => v.is(ModelName, name), MODEL),
    ),
  ),
  MAQUETTE_DESCRIBER: v.optional(
    v.pipe(
      v.string(),
      v.check((name) => v.is(ModelName, name), DESCRIBER),
    ),
  ),
  MAQUETTE_MAX_USD_PER_JOB: usd('MAQUETTE_MAX_USD_PER_JOB', USUAL_CAPS.perJob),
  MAQUETTE_MAX_USD_PER_TRAINING: usd('MAQUETTE_MAX_USD_PER_TRAINING', USUAL_CAPS.perTraining),
  MAQUETTE_MAX_USD_PER_MINUTE: usd('MAQUETTE_MAX_USD_PER_MINUTE', USUAL_CAPS.perMinute),
  MAQUETTE_MAX_USD_PER_DAY: usd('MAQUETTE_MAX_USD_PER_DAY', USUAL_CAPS.perDay),
  MAQUETTE_MAX_USD_PER_MONTH: usd('MAQUETTE_MAX_USD_PER_MONTH', USUAL_CAPS.perMonth),
})

export type Config = {
  /** 0: any free port. */
  readonly port: number
  /** The folder of the database, the pictures and the token. */
  readonly data: string
  /** How many days a reference stays after the last job that it steered. */
  readonly keepReferencesDays: number
  /** How long the sample engine takes for a picture. */
  readonly sampleSeconds: number
  readonly replicate: {
    /** Null: there is no engine on Replicate. */
    readonly token: string | null
    /** Null: Replicate's own. */
    readonly url: string | null
    /** Draws the styles that have no model of their own. */
    readonly model: string | null
    /** Puts pictures into words; absent: the usual one. */
    readonly describer?: string
  }
  readonly caps: Caps
  readonly hosting: Hosting
}

/**
 * The settings in environment variables; an empty one counts as absent. Throws a StartError that says everything that
 * is wrong at once, and never the values: one of them may be a token in the wrong place.
 */
export const readConfig = (environment: Readonly<Record<string, string | undefined>>): Config => {
  const given = Object.entries(environment).filter(
    ([, value]) => value !== undefined && value !== '',
  )
  const parsed = v.safeParse(Environment, Object.fromEntries(given))
  if (!parsed.success) {
    const words = new Set(parsed.issues.map((issue) => issue.message))
    throw new StartError([...words].join('\n'))
  }
  const { output } = parsed
  return {
    port: output.MAQUETTE_PORT,
    data: output.MAQUETTE_DATA,
    keepReferencesDays: output.MAQUETTE_KEEP_REFERENCES_DAYS,
    sampleSeconds: output.MAQUETTE_SAMPLE_SECONDS,
    replicate: {
      token: output.REPLICATE_API_TOKEN ?? null,
      url: output.MAQUETTE_REPLICATE_URL ?? null,
      model: output.MAQUETTE_MODEL ?? null,
      ...(output.MAQUETTE_DESCRIBER !== undefined && { describer: output.MAQUETTE_DESCRIBER }),
    },
    caps: {
      perJob: output.MAQUETTE_MAX_USD_PER_JOB,
      perTraining: output.MAQUETTE_MAX_USD_PER_TRAINING,
      perMinute: output.MAQUETTE_MAX_USD_PER_MINUTE,
      perDay: output.MAQUETTE_MAX_USD_PER_DAY,
      perMonth: output.MAQUETTE_MAX_USD_PER_MONTH,
    },
    hosting: toHosting(output),
  }
}
