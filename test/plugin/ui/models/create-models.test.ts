import { expect, test } from 'vitest'
import { createModels } from '../../../../plugin/ui/models/create-models.ts'
import { whyUnusable } from '../../../../plugin/ui/models/why-unusable.ts'
import { createApi } from '../../../../plugin/ui/proxy/create-api.ts'
import { openReplicate } from '../../../server/replicate/open-replicate.ts'
import { addressOf } from '../open-desk.ts'

/** What a panel knows of models, through a real proxy; `asked` are the names in its questions. */
const open = async (changes: { token?: string } = {}) => {
  const { fake, start } = await openReplicate()
  const { port, proxy } = await start({ model: null, ...changes })
  const asked: (string | null)[] = []
  let isDown = false
  const api = createApi({
    origin: `http://127.0.0.1:${port}`,
    token: () => proxy.token,
    fetch: async (input, init) => {
      asked.push(new URL(addressOf(input)).searchParams.get('name'))
      if (isDown) throw new TypeError('Failed to fetch')
      return fetch(input, init)
    },
  })
  return { fake, models: createModels({ api }), asked, goDown: (down: boolean) => (isDown = down) }
}

test('a model is asked about once, however many want to know', async () => {
  const { models, asked } = await open()
  const questions = [models.ask('maker/nua-sdxl'), models.ask('maker/nua-sdxl')]
  expect(models.of('maker/nua-sdxl')).toEqual({ state: 'asking' })
  const [first, second] = await Promise.all(questions)
  expect(first).toEqual(second)
  await models.ask('maker/nua-sdxl')
  expect(asked).toEqual(['maker/nua-sdxl'])
  expect(models.known('maker/nua-sdxl')).toMatchObject({
    hasLora: true,
    capabilities: { loraScale: { min: 0, max: 1 } },
  })
})

test('the version that a name stands for is known with it', async () => {
  const { models, asked } = await open()
  await models.ask('maker/nua-figurine')
  const { pinned } = models.known('maker/nua-figurine')!
  expect(pinned).toMatch(/^maker\/nua-figurine:[0-9a-f]{64}$/)
  await models.ask(pinned)
  expect(models.known(pinned)?.pinned).toBe(pinned)
  expect(asked).toEqual(['maker/nua-figurine'])
})

test('what cannot be a name is no question', async () => {
  const { models, asked } = await open()
  expect(await models.ask('figurine.safetensors')).toBeNull()
  expect(await models.ask(null)).toBeNull()
  expect(models.of('figurine.safetensors')).toBeNull()
  expect(asked).toEqual([])
})

test('a failure is remembered in words, and asked about again on demand', async () => {
  const { models, asked, goDown } = await open()
  goDown(true)
  await models.ask('maker/nua-sdxl')
  expect(models.of('maker/nua-sdxl')).toEqual({
    state: 'failed',
    code: 'proxy_unreachable',
    words: 'The Maquette proxy cannot be reached.',
  })
  goDown(false)
  expect(await models.ask('maker/nua-sdxl')).toMatchObject({ state: 'known' })
  expect(asked).toEqual(['maker/nua-sdxl', 'maker/nua-sdxl'])
})

test.each([
  ['maker/nua-sdxl', null],
  ['yorickvp/llava-13b', /^This model does not draw pictures from words\./],
  ['maker/none', /^Replicate has no such model/],
  ['somebody-else/private-style', /^Replicate has no such model/],
  [`maker/nua-figurine:${'0'.repeat(64)}`, /^This version of the model was deleted/],
])('%s is unusable, or not', async (name, words) => {
  const { models } = await open()
  const unusable = whyUnusable(await models.ask(name))
  if (words === null) expect(unusable).toBeNull()
  else expect(unusable).toMatch(words)
})

test('a model that nobody could check is not called unusable', async () => {
  const { models } = await open({ token: 'r8_wrong' })
  const asked = await models.ask('maker/nua-sdxl')
  expect(asked).toMatchObject({ state: 'failed', code: 'bad_token' })
  expect(whyUnusable(asked)).toBeNull()
})
