import type { Hosting } from './hosting.ts'
import { studioOrigin } from './hosting.ts'

/**
 * What the person who started the proxy reads. The only place that ever shows the token: it is the way in for them. One
 * from the environment is known to them already, and what a container says is kept.
 */
export const welcome = (port: number, token: string, hosting: Hosting): string => {
  const isGiven = hosting.token !== null
  return `
  Maquette is running. Leave this window open.

  Studio   ${studioOrigin({ port, hosting })}/#token=${isGiven ? '…' : token}
  Figma    Plugins → Development → Maquette → Settings, then paste this token:
           ${isGiven ? 'the one in MAQUETTE_TOKEN' : token}

  Press Ctrl+C to stop it; unfinished drafts go on at the next start.
`
}
