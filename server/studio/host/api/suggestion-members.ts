import * as v from 'valibot'
import { HostError } from '../host-error.ts'
import type { Suggestions } from '../plugin-run.ts'
import type { Members } from './member.ts'
import { parseValue } from './parse-value.ts'
import type { Session } from './session.ts'

const Item = v.union([
  v.string(),
  v.looseObject({ name: v.string(), data: v.optional(v.unknown()) }),
])

/** `SuggestionResults`: the answers to what she types in a quick action. */
export const suggestionMembers = ({ suggestions }: Session): Members => {
  const answerTo = (id: string): Suggestions => {
    const answer = suggestions[Number(id)]
    if (answer === undefined) throw new HostError('There is nothing to suggest for')
    return answer
  }
  return {
    setSuggestions: {
      call: ({ id }, items) => {
        answerTo(id).items = parseValue(v.array(Item), items, 'setSuggestions')
      },
    },
    setError: {
      call: ({ id }, message) => {
        answerTo(id).error = parseValue(v.string(), message, 'setError')
      },
    },
    setLoadingMessage: {
      call: ({ id }, message) => {
        answerTo(id).loadingMessage = parseValue(v.string(), message, 'setLoadingMessage')
      },
    },
  }
}
