import { BRIEF_LIMIT } from '../../../shared/generate-request.ts'
import type { AskedModel } from '../models/asked-model.ts'
import { whyUnusable } from '../models/why-unusable.ts'
import type { Connection } from '../proxy/connection.ts'
import { countOf } from '../words/count-of.ts'
import type { ResolvedForm } from './resolve-form.ts'

/** Why the button cannot be pressed now, in words; null when it can. */
export const pressProblem = (
  brief: string,
  resolved: ResolvedForm | null,
  connection: Connection['state'],
  /** The model that would draw; null where nobody asked about it. */
  model: AskedModel | null,
): string | null => {
  switch (connection) {
    case 'connecting':
      return 'Connecting to the proxy'
    case 'not-running':
    case 'trouble':
      return 'Waiting for the proxy'
    case 'token-needed':
    case 'token-rejected':
      return 'Paste the token in Settings first'
    case 'connected':
  }
  if (resolved === null) return 'The proxy has no style to draw in'
  if (brief.trim() === '') return 'Write a brief first'
  if (brief.length > BRIEF_LIMIT)
    return `The brief is ${countOf(brief.length - BRIEF_LIMIT, 'character')} too long`
  if (!resolved.engine.sample && resolved.model === null)
    return 'This style has no trained version yet'
  if (model?.state === 'failed' && model.code === 'bad_token') return model.words
  return whyUnusable(model)
}
