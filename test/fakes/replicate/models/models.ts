import { fluxDev, fluxDevLora, fluxPro } from './official-flux.ts'
import { fluxFineTune, olderFluxFineTune } from './flux-fine-tune.ts'
import type { FakeModel, Version } from './model.ts'
import { sd3LoraVersion } from './sd3-lora.ts'
import { sdxlVersion } from './sdxl.ts'
import { blipVersion, florenceVersion, moondreamVersion, textVersion } from './text-model.ts'
import { fastTrainerVersion, trainerVersion } from './trainer.ts'

/** The account that the fake's token belongs to. */
export const ACCOUNT = 'maker'

const community = (
  owner: string,
  name: string,
  description: string,
  versions: readonly Version[],
): FakeModel => ({
  owner,
  name,
  description,
  visibility: owner === ACCOUNT ? 'private' : 'public',
  official: false,
  visible: true,
  versions,
})

/** Every model that the fake starts with. */
export const MODELS: readonly FakeModel[] = [
  fluxDev,
  fluxDevLora,
  fluxPro,
  community(ACCOUNT, 'nua-figurine', 'A Flux LoRA with the inputs of today', [
    fluxFineTune('maker/nua-figurine second'),
    fluxFineTune('maker/nua-figurine first', '2026-01-15T11:02:44.000Z'),
  ]),
  community(ACCOUNT, 'nua-figurine-2024', 'A Flux LoRA from before December 2024', [
    olderFluxFineTune('maker/nua-figurine-2024'),
  ]),
  community(ACCOUNT, 'nua-sdxl', 'An SDXL fine-tune', [sdxlVersion('maker/nua-sdxl')]),
  community(ACCOUNT, 'nua-broken', 'A version that Replicate switched off', [
    { ...fluxFineTune('maker/nua-broken'), disabled: true },
  ]),
  community(ACCOUNT, 'nua-empty', 'A destination that nothing was trained into yet', []),
  {
    ...community('somebody-else', 'private-style', 'Not ours to see', [
      fluxFineTune('somebody-else/private-style'),
    ]),
    visibility: 'private',
    visible: false,
  },
  community('stability-ai', 'sdxl', 'A text-to-image model', [sdxlVersion('stability-ai/sdxl')]),
  community('lucataco', 'stable-diffusion-3.5-large-lora', 'SD 3.5 Large with a LoRA', [
    sd3LoraVersion('lucataco/stable-diffusion-3.5-large-lora'),
  ]),
  community('yorickvp', 'llava-13b', 'Answers questions about a picture', [
    textVersion('yorickvp/llava-13b'),
  ]),
  community('lucataco', 'moondream2', 'A small model that looks at pictures', [
    moondreamVersion('lucataco/moondream2'),
  ]),
  community('lucataco', 'florence-2-large', 'Captions, boxes and text of pictures', [
    florenceVersion('lucataco/florence-2-large'),
  ]),
  community('salesforce', 'blip', 'Captions of pictures', [blipVersion('salesforce/blip')]),
  community('ostris', 'flux-dev-lora-trainer', 'Trains Flux LoRAs', [
    trainerVersion('ostris/flux-dev-lora-trainer'),
  ]),
  community('replicate', 'fast-flux-trainer', 'Trains Flux LoRAs in minutes', [
    fastTrainerVersion('replicate/fast-flux-trainer'),
  ]),
]
