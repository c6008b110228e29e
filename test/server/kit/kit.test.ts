import { expect, it } from 'vitest'
import { parse } from 'yaml'
import { addDataset } from '../datasets/open-dataset.ts'
import { readZip } from '../datasets/read-zip.ts'
import { startProxy } from '../start-proxy.ts'

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** The names in a configuration, as `config.process.train.steps`; a list has the names of its first entry. */
const pathsOf = (value: unknown, at = ''): string[] => {
  if (Array.isArray(value)) return isRecord(value[0]) ? pathsOf(value[0], at) : [at]
  if (!isRecord(value)) return [at]
  return Object.entries(value).flatMap(([name, part]) =>
    pathsOf(part, at === '' ? name : `${at}.${name}`),
  )
}

/**
 * Every name in ai-toolkit's config/examples/train_lora_flux_24gb.yaml (commit 016777a), with `trigger_word`, which is
 * there as a comment, and without `sample_start_step`, which older ones do not have.
 */
const PUBLISHED =
  `job config.name config.process.type config.process.training_folder config.process.device
  config.process.trigger_word config.process.network.type config.process.network.linear
  config.process.network.linear_alpha config.process.save.dtype config.process.save.save_every
  config.process.save.max_step_saves_to_keep config.process.save.push_to_hub
  config.process.datasets.folder_path config.process.datasets.caption_ext
  config.process.datasets.caption_dropout_rate config.process.datasets.shuffle_tokens
  config.process.datasets.cache_latents_to_disk config.process.datasets.resolution
  config.process.train.batch_size config.process.train.steps
  config.process.train.gradient_accumulation_steps config.process.train.train_unet
  config.process.train.train_text_encoder config.process.train.gradient_checkpointing
  config.process.train.noise_scheduler config.process.train.optimizer config.process.train.lr
  config.process.train.ema_config.use_ema config.process.train.ema_config.ema_decay
  config.process.train.dtype config.process.model.name_or_path config.process.model.is_flux
  config.process.model.quantize config.process.sample.sampler config.process.sample.sample_every
  config.process.sample.width config.process.sample.height config.process.sample.prompts
  config.process.sample.neg config.process.sample.seed config.process.sample.walk_seed
  config.process.sample.guidance_scale config.process.sample.sample_steps meta.name meta.version`
    .split(/\s+/)
    .sort()

it('a kit has the pieces, a configuration as ai-toolkit publishes it, and what to do', async () => {
  const { put, freeze, path, request, refusal } = await addDataset(await startProxy())
  await put(1)
  await put(2)
  await put(3, { heldOut: true, caption: 'a ${HOME} nua_figurine_style [name] "fox": #3' })
  await freeze()
  const response = await request(`${path}/versions/1/kit?steps=1200&rank=32`)
  expect(response.headers.get('content-disposition')).toBe('attachment; filename="nua-v1-kit.zip"')
  const zip = Buffer.from(await response.arrayBuffer())
  expect(response.headers.get('content-length')).toBe(String(zip.length))
  const files = await readZip(zip)
  expect([...files.keys()]).toEqual([
    'nua-v1/README.md',
    'nua-v1/train.yaml',
    'nua-v1/train-apple-silicon.yaml',
    'nua-v1/dataset/figurine_01.png',
    'nua-v1/dataset/figurine_01.txt',
    'nua-v1/dataset/figurine_02.png',
    'nua-v1/dataset/figurine_02.txt',
  ])
  const text = (name: string) => files.get(`nua-v1/${name}`)!.toString()
  expect(text('dataset/figurine_01.txt')).toBe('a nua_figurine_style figurine in red 1')

  const config: unknown = parse(text('train.yaml'))
  expect(pathsOf(config).sort()).toEqual(PUBLISHED)
  expect(config).toMatchObject({
    job: 'extension',
    config: {
      name: 'nua-v1',
      process: [
        {
          type: 'sd_trainer',
          device: 'cuda:0',
          trigger_word: 'nua_figurine_style',
          network: { linear: 32, linear_alpha: 32 },
          datasets: [{ folder_path: 'nua-v1/dataset', caption_ext: 'txt' }],
          train: { steps: 1200, optimizer: 'adamw8bit', lr: 0.0001 },
          model: { name_or_path: 'black-forest-labs/FLUX.1-dev', is_flux: true, quantize: true },
          sample: {
            // What ai-toolkit would fill in itself is left out.
            prompts: [
              'a HOME} nua_figurine_style  "fox": #3',
              'a nua_figurine_style figurine in red 1',
              'a nua_figurine_style figurine in red 2',
            ],
          },
        },
      ],
    },
  })
  expect(parse(text('train-apple-silicon.yaml'))).toMatchObject({
    config: {
      process: [{ device: 'mps', train: { optimizer: 'adamw' }, model: { quantize: false } }],
    },
  })
  const readme = text('README.md')
  expect(readme).toContain('python run.py nua-v1/train.yaml')
  expect(readme).toContain('npm run import-weights -- nua ')
  expect(readme).toContain('600 steps for each picture')
  expect(readme).toMatch(
    /Outside Replicate, FLUX\.1 \[dev\] is non-commercial unless you have a licence/,
  )

  expect(await refusal(`${path}/versions/1/kit?steps=0`)).toMatchObject({ status: 400 })
  expect(await refusal(`${path}/versions/2/kit`)).toMatchObject({ status: 404 })
})
