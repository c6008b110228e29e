import * as v from 'valibot'
import { versioned } from '../../../../shared/versioned.ts'
import type { Viewport } from '../../host/host.ts'

const KEY = 'maquette-studio-view'

const Pixels = v.pipe(v.number(), v.finite())
const Positive = v.pipe(Pixels, v.minValue(Number.MIN_VALUE))
const stored = versioned(
  v.object({ x: Pixels, y: Pixels, zoom: Positive, width: Positive, height: Positive }),
)

/** What was in sight when the page was left; null for nothing that makes sense. */
export const readView = (storage: Pick<Storage, 'getItem'>): Viewport | null =>
  stored.read(storage.getItem(KEY) ?? '')

export const rememberView = (storage: Pick<Storage, 'setItem'>, viewport: Viewport): void =>
  storage.setItem(KEY, stored.write(viewport))
