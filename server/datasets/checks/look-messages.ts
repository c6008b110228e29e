import * as v from 'valibot'
import { CheckResult } from '../../../shared/contract/index.ts'
import { Look } from './pixels/look.ts'
import { CheckInput } from './rules/check.ts'

/** A copy goes to the other thread: shared memory is not used. */
const Bytes = v.instance(Uint8Array<ArrayBuffer>)

/** What the thread is asked; it answers each in turn. */
export const LookTask = v.variant('type', [
  v.object({ type: v.literal('look'), id: v.number(), bytes: Bytes }),
  /** Keeps a picture's print for `compare`. */
  v.object({ type: v.literal('hold'), id: v.number(), key: v.string(), print: Bytes }),
  /** Keys that are not held are left out. */
  v.object({
    type: v.literal('compare'),
    id: v.number(),
    key: v.string(),
    others: v.array(v.string()),
  }),
  v.object({ type: v.literal('check'), id: v.number(), input: CheckInput }),
])
export type LookTask = v.InferOutput<typeof LookTask>

const Likeness = v.object({
  key: v.string(),
  kind: v.picklist(['same', 'alike']),
  mirrored: v.boolean(),
})

export const LookAnswer = v.variant('type', [
  v.object({ type: v.literal('looked'), id: v.number(), look: Look, print: Bytes }),
  v.object({ type: v.literal('held'), id: v.number() }),
  v.object({ type: v.literal('compared'), id: v.number(), alike: v.array(Likeness) }),
  v.object({ type: v.literal('checked'), id: v.number(), results: v.array(CheckResult) }),
  v.object({ type: v.literal('failed'), id: v.number() }),
])
export type LookAnswer = v.InferOutput<typeof LookAnswer>
