import * as v from 'valibot'

const DEFAULT_PORT = 8787

type Environment = Readonly<Record<string, string | undefined>>

const Port = v.pipe(
  v.string(),
  v.regex(/^\d+$/),
  v.transform(Number),
  v.minValue(1),
  v.maxValue(65_535),
)
const PUBLIC_URL =
  'MAQUETTE_PUBLIC_URL must be like https://maquette.example.com, in lower case and without a path'
/** Lower case and a letter TLD, because Figma's manifest takes no IP address, no bare host name and no upper case. */
export const PublicUrl = v.pipe(
  v.string(),
  v.regex(/^https:\/\/(?:[-a-z\d]+\.)+[a-z]{2,}(?::\d{1,5})?\/?$/, `${PUBLIC_URL}.`),
  v.transform((url) => url.replace(/\/$/, '')),
)

/**
 * The one origin that the panel calls, fixed when the plugin is built: Figma allows only what the manifest lists, port
 * included. `MAQUETTE_PUBLIC_URL` (a proxy on HTTPS) wins over `MAQUETTE_PORT` (a proxy on this machine).
 * `localhost`, because Figma's manifest refuses 127.0.0.1. Throws on a bad value, in words for who builds.
 */
export const proxyOrigin = (environment: Environment): string => {
  const { MAQUETTE_PUBLIC_URL: url, MAQUETTE_PORT: port } = environment
  if (url !== undefined && url !== '') {
    const parsed = v.safeParse(PublicUrl, url)
    if (parsed.success) return parsed.output
    throw new Error(`${PUBLIC_URL}; it is "${url}".`)
  }
  if (port === undefined || port === '') return `http://localhost:${DEFAULT_PORT}`
  const parsed = v.safeParse(Port, port)
  if (parsed.success) return `http://localhost:${parsed.output}`
  throw new Error(`MAQUETTE_PORT must be a number from 1 to 65535; it is "${port}".`)
}
