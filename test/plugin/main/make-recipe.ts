import * as v from 'valibot'
import { Recipe } from '../../../shared/recipe.ts'

/** A job's id that is told apart by one letter or digit. */
export const jobId = (letter = 'a'): string => `job_${letter.repeat(20)}`

export const makeRecipe = (part: { job?: string; index?: number; brief?: string } = {}): Recipe => {
  const { job = jobId(), index = 0, brief = 'woman with glasses' } = part
  return v.parse(Recipe, {
    job,
    index,
    document: null,
    brief,
    prompt: `a nua_figurine_style chibi figurine of ${brief}`,
    style: { id: 'nua', name: 'Nua figurine' },
    version: null,
    engine: 'sample',
    settings: {
      aspectRatio: '1:1',
      format: 'png',
      steps: 28,
      guidance: 3,
      loraScale: 1,
      seed: 100 + index,
    },
    reference: null,
    parent: null,
    file: 'f'.repeat(64),
    width: 64,
    height: 64,
    createdAt: '2026-01-02T03:04:05.000Z',
    cost: { usd: 0, estimate: false },
  })
}
