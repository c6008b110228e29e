import { batch, computed, signal } from '@preact/signals-core'
import type { Status } from '../../../shared/contract/index.ts'
import { AppError } from '../../../shared/errors.ts'
import { backoff } from '../backoff.ts'
import type { Clock } from '../clock.ts'
import type { Api } from './create-api.ts'

export type Connection =
  | { readonly state: 'connecting' }
  | { readonly state: 'not-running' }
  | { readonly state: 'token-needed' }
  | { readonly state: 'token-rejected' }
  /** Something answers, but not as it should. */
  | { readonly state: 'trouble'; readonly message: string }
  | { readonly state: 'connected'; readonly status: Status }

export type ConnectionOptions = {
  readonly api: Pick<Api, 'health' | 'getStatus'>
  readonly token: () => string | null
  readonly clock: Clock
}

/** How the panel stands with the proxy. While that is not well, `check` repeats itself ever more slowly. */
export const createConnection = ({ api, token, clock }: ConnectionOptions) => {
  const connection = signal<Connection>({ state: 'connecting' })
  /** What the proxy said last; kept through a break so that the form stays as it is. */
  const status = signal<Status | null>(null)
  let failures = 0
  let latest = 0
  let callOff = () => {}

  const look = async (): Promise<Connection> => {
    try {
      if (token() !== null) return { state: 'connected', status: await api.getStatus({}) }
      await api.health()
      return { state: 'token-needed' }
    } catch (error) {
      if (!(error instanceof AppError)) throw error
      if (error.code === 'unauthorized') return { state: 'token-rejected' }
      if (error.code === 'proxy_unreachable') return { state: 'not-running' }
      return { state: 'trouble', message: error.message }
    }
  }

  const check = async (): Promise<void> => {
    callOff()
    const mine = (latest += 1)
    const found = await look()
    if (mine !== latest) return
    batch(() => {
      connection.value = found
      if (found.state === 'connected') status.value = found.status
    })
    const unwell = found.state === 'not-running' || found.state === 'trouble'
    failures = unwell ? failures + 1 : 0
    if (unwell) callOff = clock.after(backoff(failures), () => void check())
  }

  return {
    connection,
    status,
    isConnected: computed(() => connection.value.state === 'connected'),
    check,
    /** She asks: look at once, and be quick with the next looks. */
    tryAgain: (): Promise<void> => {
      failures = 0
      connection.value = { state: 'connecting' }
      return check()
    },
    stop: () => {
      latest += 1
      callOff()
    },
  }
}
export type ConnectionStore = ReturnType<typeof createConnection>
