import type { Engine } from '../engine.ts'

export type ReplicateEngine = Engine & Required<Pick<Engine, 'describe' | 'recover'>>
