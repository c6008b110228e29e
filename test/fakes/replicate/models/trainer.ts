import type { Fields } from './field.ts'
import { OLDER_FIELDS } from './flux-fine-tune.ts'
import type { Version } from './model.ts'
import { OLD_FILTER_ERROR, versionId } from './model.ts'

const TRAINING: Fields = {
  input_images: { type: 'string', format: 'uri', description: 'A zip file with the images' },
  trigger_word: { type: 'string', default: 'TOK', description: 'The trigger word' },
  autocaption: { type: 'boolean', default: true, description: 'Caption with LLaVA' },
  autocaption_prefix: { type: 'string', description: 'Text before every caption' },
  autocaption_suffix: { type: 'string', description: 'Text after every caption' },
  steps: {
    type: 'integer',
    default: 1000,
    minimum: 3,
    maximum: 6000,
    description: 'Number of training steps',
  },
  learning_rate: { type: 'number', default: 0.0004, description: 'Learning rate' },
  batch_size: { type: 'integer', default: 1, description: 'Batch size' },
  resolution: { type: 'string', default: '512,768,1024', description: 'Image resolutions' },
  lora_rank: { type: 'integer', default: 16, minimum: 1, maximum: 128, description: 'LoRA rank' },
  caption_dropout_rate: {
    type: 'number',
    default: 0.05,
    minimum: 0,
    maximum: 1,
    description: 'How often a caption is ignored',
  },
  optimizer: { type: 'string', default: 'adamw8bit', description: 'Optimizer' },
  cache_latents_to_disk: { type: 'boolean', default: false, description: 'Save memory' },
  layers_to_optimize_regex: { type: 'string', description: 'Which layers to train' },
  gradient_checkpointing: { type: 'boolean', default: false, description: 'Save memory' },
  hf_repo_id: { type: 'string', description: 'HuggingFace repository to upload to' },
  hf_token: { type: 'string', format: 'password', description: 'HuggingFace token' },
  wandb_api_key: { type: 'string', format: 'password', description: 'Weights and Biases key' },
  wandb_project: { type: 'string', default: 'flux_train_replicate', description: 'Project' },
  wandb_run: { type: 'string', description: 'Run name' },
  wandb_entity: { type: 'string', description: 'Entity name' },
  wandb_sample_interval: { type: 'integer', default: 100, minimum: 1, description: 'Interval' },
  wandb_sample_prompts: { type: 'string', description: 'Prompts, one a line' },
  wandb_save_interval: { type: 'integer', default: 100, minimum: 1, description: 'Interval' },
  skip_training_and_use_pretrained_hf_lora_url: { type: 'string', description: 'A trained LoRA' },
}

const FAST_TRAINING: Fields = {
  input_images: { type: 'string', format: 'uri', description: 'A zip file with the images' },
  trigger_word: { type: 'string', default: 'TOK', description: 'The trigger word' },
  lora_type: {
    type: 'enum',
    values: ['subject', 'style'],
    default: 'subject',
    description: 'What is learned',
  },
  training_steps: {
    type: 'integer',
    default: 1000,
    minimum: 100,
    maximum: 6000,
    description: 'Number of training steps',
  },
}

export const fastTrainerVersion = (name: string): Version => ({
  ...trainerVersion(name),
  training: FAST_TRAINING,
})

export const trainerVersion = (name: string): Version => ({
  id: versionId(name),
  createdAt: '2025-02-11T15:30:00.000Z',
  cogVersion: '0.13.7',
  family: 'flux',
  fields: OLDER_FIELDS,
  training: TRAINING,
  filterError: OLD_FILTER_ERROR,
  single: false,
  disabled: false,
})
