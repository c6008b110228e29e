import type { EngineView } from '../../../../shared/contract/index.ts'
import { isOnThisComputer } from '../../proxy/is-on-this-computer.ts'

/**
 * Whom a reference leaves this computer for, on its way to an engine, in words; null when it stays. An engine that
 * nobody knows is taken for one elsewhere.
 */
export const destinationOf = (
  engine: Pick<EngineView, 'label' | 'remote'> | undefined,
  origin: string,
): string | null => {
  const machines = [
    ...(isOnThisComputer(origin) ? [] : [new URL(origin).host]),
    ...(engine?.remote === false ? [] : [engine?.label ?? 'its engine']),
  ]
  return machines.length === 0 ? null : machines.join(' and ')
}
