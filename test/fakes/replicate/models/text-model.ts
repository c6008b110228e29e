import type { Fields } from './field.ts'
import type { Version } from './model.ts'
import { OLD_FILTER_ERROR, versionId } from './model.ts'

const IMAGE = { type: 'string', format: 'uri', required: true, description: 'Input image' } as const

const ASKED: Fields = {
  image: IMAGE,
  prompt: { type: 'string', required: true, description: 'Prompt to use for text generation' },
  top_p: { type: 'number', default: 1, minimum: 0, maximum: 1, description: 'Top p' },
  temperature: { type: 'number', default: 0.2, minimum: 0, description: 'Adjusts randomness' },
  max_tokens: { type: 'integer', default: 1024, minimum: 0, description: 'Most tokens' },
}

/** Looks at a picture and answers in words: no picture model. */
export const textVersion = (
  name: string,
  changes: Pick<Version, 'fields'> & Pick<Version, 'answers'> = { fields: ASKED },
): Version => ({
  id: versionId(name),
  createdAt: '2024-07-17T10:00:00.000Z',
  cogVersion: '0.9.5',
  family: 'text',
  ...changes,
  training: null,
  filterError: OLD_FILTER_ERROR,
  single: false,
  disabled: false,
})

/** As moondream2 has them: a question that may be left out. */
export const moondreamVersion = (name: string): Version =>
  textVersion(name, {
    fields: {
      image: IMAGE,
      prompt: { type: 'string', default: 'Describe this image', description: 'Input prompt' },
    },
  })

/** As BLIP has them: a task, and a line that begins with `Caption: `. */
export const blipVersion = (name: string): Version =>
  textVersion(name, {
    answers: 'text',
    fields: {
      image: IMAGE,
      task: {
        type: 'enum',
        values: ['image_captioning', 'visual_question_answering', 'image_text_matching'],
        default: 'image_captioning',
        description: 'Choose a task.',
      },
      question: { type: 'string', description: 'Type question for the input image.' },
      caption: { type: 'string', description: 'Type caption for the input image.' },
    },
  })

/** As Florence 2 has them: more tasks, and an object with what it drew and said. */
export const florenceVersion = (name: string): Version =>
  textVersion(name, {
    answers: 'object',
    fields: {
      image: IMAGE,
      task_input: {
        type: 'enum',
        values: ['Caption', 'Detailed Caption', 'More Detailed Caption', 'Object Detection', 'OCR'],
        default: 'Caption',
        description: 'Input task',
      },
      text_input: { type: 'string', description: 'Text Input(Optional)' },
    },
  })
