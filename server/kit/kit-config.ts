import { stringify } from 'yaml'

export type KitSettings = {
  /** Of the folder, the configuration and the result, such as `nua-v3`. */
  readonly name: string
  /** Empty: none. */
  readonly trigger: string
  readonly steps: number
  readonly rank: number
  /** What is drawn now and then while it trains. */
  readonly prompts: readonly string[]
  /** CUDA, or Apple's Metal. */
  readonly device: 'cuda' | 'mps'
}

/** ai-toolkit fills in whatever stands in these, from the environment or from the configuration itself. */
const withoutPlaces = (text: string): string => text.replace(/\$\{|\[name\]/g, '')

/**
 * The configuration of ai-toolkit for one dataset version, in the form of its published examples
 * (config/examples/train_lora_flux_24gb.yaml and train_lora_flux_mps.yaml, 2026): what they say stays, but for trigger,
 * steps, rank, folders and prompts. Paths are from ai-toolkit's own folder, in which the kit is unpacked.
 */
export const kitConfig = ({ name, trigger, steps, rank, prompts, device }: KitSettings): string => {
  const isCuda = device === 'cuda'
  return stringify({
    job: 'extension',
    config: {
      name,
      process: [
        {
          type: 'sd_trainer',
          training_folder: 'output',
          device: isCuda ? 'cuda:0' : 'mps',
          ...(trigger !== '' && { trigger_word: trigger }),
          network: { type: 'lora', linear: rank, linear_alpha: rank },
          save: {
            dtype: 'float16',
            save_every: 250,
            max_step_saves_to_keep: 4,
            push_to_hub: false,
          },
          datasets: [
            {
              folder_path: `${name}/dataset`,
              caption_ext: 'txt',
              caption_dropout_rate: 0.05,
              shuffle_tokens: false,
              cache_latents_to_disk: true,
              resolution: [512, 768, 1024],
            },
          ],
          train: {
            batch_size: 1,
            steps,
            gradient_accumulation_steps: 1,
            train_unet: true,
            train_text_encoder: false,
            gradient_checkpointing: true,
            noise_scheduler: 'flowmatch',
            optimizer: isCuda ? 'adamw8bit' : 'adamw',
            lr: 0.0001,
            ema_config: { use_ema: true, ema_decay: 0.99 },
            dtype: 'bf16',
          },
          model: {
            name_or_path: 'black-forest-labs/FLUX.1-dev',
            is_flux: true,
            quantize: isCuda,
          },
          sample: {
            sampler: 'flowmatch',
            sample_every: 250,
            width: 1024,
            height: 1024,
            prompts: prompts.map(withoutPlaces),
            neg: '',
            seed: 42,
            walk_seed: true,
            guidance_scale: 4,
            sample_steps: 20,
          },
        },
      ],
    },
    meta: { name: '[name]', version: '1.0' },
  })
}
