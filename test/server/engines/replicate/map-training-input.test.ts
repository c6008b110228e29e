import { describe, expect, it } from 'vitest'
import { parseModelSchema } from '../../../../server/engines/replicate/model/model-schema.ts'
import { mapTrainingInput } from '../../../../server/engines/replicate/training/map-training-input.ts'
import { readPresets } from '../../../../server/engines/replicate/training/preset.ts'
import type { Version } from '../../../fakes/replicate/models/model.ts'
import { fastTrainerVersion, trainerVersion } from '../../../fakes/replicate/models/trainer.ts'
import { openapiSchema } from '../../../fakes/replicate/openapi-schema.ts'

const schemaOf = (version: Version) => parseModelSchema(openapiSchema(version), 'TrainingInput')!
const [usual, fast] = readPresets()
const map = (
  preset = usual!,
  version = trainerVersion('x'),
  settings: Parameters<typeof mapTrainingInput>[2]['settings'] = {},
) => mapTrainingInput(preset, schemaOf(version), { settings, trigger: 'nua_figurine_style' })

describe('a training’s input', () => {
  it('has the usual settings by the trainer’s own names', () => {
    expect(map()).toEqual({
      archive: 'input_images',
      steps: 1500,
      input: {
        autocaption: false,
        trigger_word: 'nua_figurine_style',
        steps: 1500,
        lora_rank: 16,
        learning_rate: 0.0004,
        resolution: '1024',
        batch_size: 1,
      },
    })
    expect(map(fast, fastTrainerVersion('y'))).toEqual({
      archive: 'input_images',
      steps: 1000,
      // A name that the version does not have is not sent: Replicate takes it and says nothing.
      input: { lora_type: 'style', trigger_word: 'nua_figurine_style', training_steps: 1000 },
    })
  })

  it.each([
    [{ steps: 2 }, /^Steps is a whole number from 3 to 6000\. Nothing was started or charged\.$/],
    [{ steps: 10.5 }, /whole number/],
    [{ rank: 129 }, /^Rank is a whole number from 1 to 128/],
    [{ resolution: '900' }, /^Resolution is one of 512, 768, 1024, 512,768,1024/],
    [{ learningRate: 'fast' }, /^Learning rate is a number/],
    [{ colour: 'red' }, /no setting “colour”/],
  ])('refuses %j', (settings, words) => {
    expect(() => map(usual, trainerVersion('x'), settings as never)).toThrow(words)
  })
})
