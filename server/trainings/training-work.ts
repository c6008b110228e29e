import type { JobError } from '../../shared/errors.ts'
import type { TrainingId } from '../../shared/ids.ts'
import type { TrainingEvent } from '../../shared/training-progress.ts'
import type { TrainingRecord } from './training-record.ts'

/** One training that is being taken to its end. */
export type TrainingWork = {
  readonly id: TrainingId
  /** As it is stored now. */
  readonly current: () => TrainingRecord
  /** Advances it, and waits while the disk is full. */
  readonly write: (event: TrainingEvent) => Promise<TrainingRecord>
  /** Does anything else that writes to the disk, and waits while that is full. */
  readonly patiently: <T>(work: () => T | Promise<T>) => Promise<T>
  readonly fail: (cause: unknown, charged: JobError['charged']) => Promise<void>
  /** Tells her something besides where it stands; null takes it back. */
  readonly say: (note: string | null) => void
  /** It was canceled: what is not paid yet ends. */
  readonly halt: AbortSignal
  /** The proxy stops: its next start goes on from what is stored. */
  readonly closing: AbortSignal
}
