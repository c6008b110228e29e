import type { Connection } from '../proxy/connection.ts'
import { isOnThisComputer } from '../proxy/is-on-this-computer.ts'

export type ConnectionWords = {
  readonly tone: 'good' | 'waiting' | 'bad'
  /** A few words. */
  readonly title: string
  /** What it means and what to do about it. */
  readonly advice: string
}

/** How the panel stands with the proxy, for someone who does not know what a proxy is. */
export const describeConnection = (connection: Connection, origin: string): ConnectionWords => {
  switch (connection.state) {
    case 'connecting':
      return { tone: 'waiting', title: 'Connecting', advice: 'Looking for the Maquette proxy.' }
    case 'not-running':
      return {
        tone: 'bad',
        title: 'Not running',
        advice: isOnThisComputer(origin)
          ? 'The Maquette proxy does not answer. Start it on this computer, or ask whoever runs it. Figma in a browser cannot reach a proxy on this computer: use the Figma desktop app.'
          : 'The Maquette proxy does not answer. Check your internet connection, or ask whoever runs it.',
      }
    case 'token-needed':
      return {
        tone: 'waiting',
        title: 'Token needed',
        advice: 'Paste the token once. The proxy shows it when it starts.',
      }
    case 'token-rejected':
      return {
        tone: 'bad',
        title: 'Token rejected',
        advice:
          'The proxy does not accept the saved token. Ask whoever runs it for the current one, and paste that.',
      }
    case 'trouble':
      return { tone: 'bad', title: 'Trouble', advice: connection.message }
    case 'connected':
      return { tone: 'good', title: 'Connected', advice: 'Ready to draft.' }
  }
}
