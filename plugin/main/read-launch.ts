import * as v from 'valibot'
import type { Launch } from '../../shared/canvas.ts'
import { describeSelection } from './canvas/describe-selection.ts'

const Parameters = v.object({ brief: v.string() })

/** Why the plugin was opened, from the command and parameters of Figma's `run` event. An unknown command opens it. */
export const readLaunch = (command: string, parameters: unknown): Launch => {
  const { recipe, placeholder } = describeSelection()
  switch (command) {
    case 'draft': {
      const given = v.safeParse(Parameters, parameters)
      return { command, brief: given.success ? given.output.brief : null }
    }
    case 'use-settings':
      return { command, recipe, withSeed: false }
    case 'use-seed':
      return { command: 'use-settings', recipe, withSeed: true }
    case 'more-subtle':
    case 'more-strong':
    case 'change':
    case 'new-seed':
      return { command: 'steer', action: command, recipe }
    case 'retry':
      return {
        command,
        picture:
          placeholder === null || placeholder.failure === null
            ? null
            : { job: placeholder.job, index: placeholder.index },
      }
    case 'unplaced':
    case 'dataset':
    case 'settings':
      return { command }
    default:
      return { command: 'open' }
  }
}
