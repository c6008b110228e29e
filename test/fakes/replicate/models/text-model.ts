import type { Version } from './model.ts'
import { OLD_FILTER_ERROR, versionId } from './model.ts'

/** Looks at a picture and answers in words: no picture model. */
export const textVersion = (name: string): Version => ({
  id: versionId(name),
  createdAt: '2024-07-17T10:00:00.000Z',
  cogVersion: '0.9.5',
  family: 'text',
  fields: {
    image: { type: 'string', format: 'uri', required: true, description: 'Input image' },
    prompt: { type: 'string', required: true, description: 'Prompt to use for text generation' },
    top_p: { type: 'number', default: 1, minimum: 0, maximum: 1, description: 'Top p' },
    temperature: { type: 'number', default: 0.2, minimum: 0, description: 'Adjusts randomness' },
    max_tokens: { type: 'integer', default: 1024, minimum: 0, description: 'Most tokens' },
  },
  training: null,
  filterError: OLD_FILTER_ERROR,
  single: false,
  disabled: false,
})
