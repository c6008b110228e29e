import { describe, expect, it } from 'vitest'
import {
  LOSSES,
  readTrainingLog,
} from '../../../../server/engines/replicate/training/read-training-log.ts'

/** As replicate.md 4.4 gives it. */
const LOADING = `Extracted 24 files from zip to input_images
Downloaded base weights in 3.1 seconds
Starting train job
#############################################
# Running job: flux_train_replicate
#############################################
Loading Flux model
Quantizing transformer
create LoRA network. base dim (rank): 16, alpha: 16`
const CACHING = `${LOADING}
Dataset: input_images
  -  Found 12 images
Caching latents:  50%|█████     | 6/12 [00:01<00:01,  8.9it/s]`
const TRAINING = `${CACHING}
Generating baseline samples before training
flux_train_replicate:   0%|          | 0/3000 [00:00<?, ?it/s]
flux_train_replicate:   1%|▏         | 25/3000 [00:26<52:03,  1.05s/it, lr: 4.0e-04 loss: 5.105e-01]
flux_train_replicate:  83%|████████▎ | 2482/3000 [43:27<09:04,  1.05s/it, lr: 4.0e-04 loss: 2.472e-01]`

describe('the log of a training', () => {
  it.each([
    ['nothing yet', '', { stage: 'loading', step: null, secondsLeft: null }],
    ['loading', LOADING, { stage: 'loading', step: null }],
    [
      'captioning',
      'downloading to:  liuhaotian/llava-v1.5-13b\nCaption for input_images/a.jpg: Photo of TOK',
      { stage: 'captioning' },
    ],
    ['caching', CACHING, { stage: 'caching', step: null }],
    [
      'training',
      TRAINING,
      {
        stage: 'training',
        step: 2482,
        steps: 3000,
        secondsLeft: 544,
        losses: [
          { step: 25, loss: 0.5105 },
          { step: 2482, loss: 0.2472 },
        ],
      },
    ],
    ['rewritten lines', TRAINING.replaceAll('\n', '\r'), { stage: 'training', step: 2482 }],
    [
      'half a line',
      `${TRAINING}\nflux_train_replicate:  84%|████████▍ | 2500/3000 [43:4`,
      { step: 2482 },
    ],
    [
      'an hour left',
      'flux_train_replicate:   1%|          | 9/3000 [00:10<1:02:03,  1.2s/it, lr: 4.0e-04 loss: 2.0e-01]',
      { secondsLeft: 3723 },
    ],
    [
      'another trainer',
      'Training:  50%|█████     | 500/1000 [01:00<01:00,  8.3it/s, lr: 4.0e-04 loss: 2.0e-01]',
      { stage: 'training', step: 500, steps: 1000 },
    ],
    [
      'the last step',
      'flux_train_replicate: 100%|██████████| 1000/1000 [17:30<00:00,  1.05s/it, lr: 4.0e-04 loss: 2.0e-01]',
      { stage: 'saving' },
    ],
    [
      'saved',
      `${TRAINING}\nSaved to output/flux_train_replicate/flux_train_replicate.safetensors`,
      { stage: 'saving' },
    ],
  ])('says where it stands: %s', (_, log, expected) => {
    expect(readTrainingLog(log)).toMatchObject(expected)
  })

  it('keeps a long curve short, as means', () => {
    const lines = Array.from(
      { length: 6000 },
      (_, at) =>
        `flux_train_replicate:  1%|  | ${at + 1}/6000 [00:10<10:00,  1.0s/it, lr: 4.0e-04 loss: ${at % 2 === 0 ? '1.0e-01' : '3.0e-01'}]`,
    )
    const { losses } = readTrainingLog(lines.join('\r'))
    expect(losses).toHaveLength(LOSSES)
    expect(losses[0]).toEqual({ step: 30, loss: expect.closeTo(0.2, 6) as number })
    expect(losses.at(-1)?.step).toBe(6000)
  })
})
