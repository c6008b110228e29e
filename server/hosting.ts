import { isIP } from 'node:net'
import * as v from 'valibot'
import { PublicUrl } from '../shared/proxy-origin.ts'
import { TOKEN_PATTERN } from './tokens/token-pattern.ts'

const HOST = 'MAQUETTE_HOST is an IP address of this machine, or 0.0.0.0 or :: for all of them.'
const TOKEN = 'MAQUETTE_TOKEN is at least 32 characters of A–Z, a–z, 0–9, _ and -.'
const HOPS = 'MAQUETTE_TRUSTED_HOPS is a whole number from 0 to 10.'

/** The settings of a proxy that others reach, as environment variables. */
export const HostingSettings = v.object({
  MAQUETTE_HOST: v.optional(
    v.pipe(
      v.string(),
      v.check((host) => isIP(host) !== 0, HOST),
    ),
  ),
  MAQUETTE_TOKEN: v.optional(v.pipe(v.string(), v.regex(TOKEN_PATTERN, TOKEN))),
  MAQUETTE_PUBLIC_URL: v.optional(PublicUrl),
  MAQUETTE_TRUSTED_HOPS: v.optional(
    v.pipe(v.string(), v.regex(/^(\d|10)$/, HOPS), v.transform(Number)),
    '0',
  ),
})

export type Hosting = {
  /** The address to listen on; null: both loopback addresses. */
  readonly host: string | null
  /** The owner's token; null: the one in the data folder. */
  readonly token: string | null
  /** Where people reach the proxy, like `https://maquette.example.com`; null: on this machine only. */
  readonly publicUrl: string | null
  /** How many reverse proxies stand in front and add to X-Forwarded-For. */
  readonly trustedHops: number
}

export const toHosting = (settings: v.InferOutput<typeof HostingSettings>): Hosting => ({
  host: settings.MAQUETTE_HOST ?? null,
  token: settings.MAQUETTE_TOKEN ?? null,
  publicUrl: settings.MAQUETTE_PUBLIC_URL ?? null,
  trustedHops: settings.MAQUETTE_TRUSTED_HOPS,
})

/** Where people open the studio, without a slash at its end. */
export const studioOrigin = ({ port, hosting }: { port: number; hosting: Hosting }): string =>
  hosting.publicUrl ?? `http://localhost:${port}`

/** Whether others reach the proxy, and nothing says that their way to it is encrypted. */
export const isOpenWithoutTls = ({ host, publicUrl }: Hosting): boolean =>
  host !== null && !/^(127\.|::1$)/.test(host) && publicUrl === null
