import { once } from 'node:events'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import type { Api } from '../../plugin/ui/proxy/create-api.ts'
import { createApi } from '../../plugin/ui/proxy/create-api.ts'
import { runProcess } from '../server/run-process.ts'
import type { KillPoint } from './kill-points.ts'
import type { Desk } from './open-desk.ts'

const PRELOAD = join(import.meta.dirname, 'child/kill-at.ts')
/** What has not come by then will not come. Milliseconds. */
const PATIENCE = 90_000
const LOOK = 25

/** Where a life ends: when this point is passed for the `times`th time. */
export type Aim = { readonly point: KillPoint; readonly times: number }

/** One life of the proxy, and what goes on around it, to its end. */
export const startLife = (desk: Desk, aim: Aim | null) => {
  const { environment, panels, designer } = desk
  const killing = { KILL_AT: aim?.point ?? '', KILL_TIMES: String(aim?.times ?? 0) }
  const { child, said, started } = runProcess({ ...environment, ...killing }, PRELOAD)
  const dead = new AbortController()
  void once(child, 'exit').then(() => dead.abort())

  const boot = async (): Promise<Api> => {
    const { origin, token } = await started()
    return createApi({ origin, token: () => token, fetch })
  }
  const booted = boot()
  const work = async (): Promise<void> => {
    const api = await booted
    await Promise.all([
      designer.live(api, aim?.point ?? null, dead.signal),
      ...panels.map((panel) => panel.live(api, dead.signal)),
    ])
  }
  const worked = work().catch((error: unknown) => {
    // It may be killed before it has said where it listens.
    if (child.signalCode !== 'SIGKILL') throw error
  })

  /** Resolves when it is as wanted. */
  const until = async (what: string, isSo: () => boolean | Promise<boolean>): Promise<void> => {
    for (
      const began = Date.now();
      !(await isSo());
      await Promise.race([setTimeout(LOOK), worked])
    ) {
      if (Date.now() - began < PATIENCE) continue
      const troubles = [designer, ...panels].map(({ trouble }) => String(trouble()))
      throw new Error([`It never came to this: ${what}`, ...troubles, said.err].join('\n'))
    }
  }
  return {
    booted,
    until,
    /** The proxy has died at its point. */
    killed: async (): Promise<void> => {
      await until(`the proxy is killed at "${aim?.point ?? ''}"`, () => dead.signal.aborted)
      if (child.signalCode !== 'SIGKILL') throw new Error(`The proxy broke.\n${said.err}`)
      await worked
    },
    /** As Ctrl+C does it. */
    stop: async (): Promise<void> => {
      child.kill('SIGTERM')
      await worked
    },
  }
}
export type Life = ReturnType<typeof startLife>
