import { describe, expect, it } from 'vitest'
import sharp from 'sharp'
import { readHints } from '../../../server/descriptions/offline/read-hints.ts'
import { startProxy } from '../start-proxy.ts'
import { upload } from '../upload.ts'
import { describeAndWait } from './ask.ts'

const draw = (fill: string, background: string) =>
  sharp(
    Buffer.from(
      `<svg xmlns="http://www.w3.org/2000/svg" width="600" height="800"><rect width="100%" height="100%" fill="${background}"/><circle cx="300" cy="300" r="140" fill="${fill}"/><rect x="200" y="430" width="200" height="230" fill="#20303c"/></svg>`,
    ),
  )
    .png()
    .toBuffer()

describe('the offline describer', { timeout: 30_000 }, () => {
  it('says what it can see and read, in the pattern of the style, at no price', async () => {
    const proxy = await startProxy()
    expect((await proxy.call('listDescribers', '/v1/describers')).describers).toEqual([
      {
        id: 'offline',
        label: 'On this proxy',
        destination: null,
        model: null,
        price: { usd: 0, estimate: false },
        trouble: null,
      },
    ])
    const { id: file } = await upload(proxy, await draw('#c02828', '#f3e4ec'))
    const hints = ['Order 4711 – $120', 'PIRATE CAPTAIN', 'front view', '2.5 heads tall', 'Frame 3']
    expect(await describeAndWait(proxy, { file, style: 'nua', hints })).toMatchObject({
      state: 'succeeded',
      engine: 'offline',
      mode: 'piece',
      text: 'a nua_figurine_style chibi figurine of pirate captain, mostly in red and black, 2.5 heads tall, front view, plain white background',
      cost: { usd: 0 },
    })
    expect(await describeAndWait(proxy, { file, style: 'nua', mode: 'person' })).toMatchObject({
      state: 'succeeded',
      text: 'person, mostly in red and black',
    })
  })

  it('is asked once for the same id, and outlives a restart', async () => {
    const proxy = await startProxy()
    const { id: file } = await upload(proxy, await draw('#305090', '#ffffff'))
    const request = { id: `text_${'0'.repeat(20)}`, file, style: 'nua' }
    const first = await describeAndWait(proxy, request)
    expect(await describeAndWait(proxy, request)).toEqual(first)
    const other = { json: { ...request, hints: ['a fox'] } }
    expect(await proxy.refusal('/v1/descriptions', other)).toMatchObject({ status: 409 })
    await proxy.stop()
    const again = await startProxy({ data: proxy.data })
    expect(await describeAndWait(again, request)).toEqual(first)
  })

  it('refuses what is not there, and a describer that is not set up', async () => {
    const proxy = await startProxy()
    const { id: file } = await upload(proxy, await draw('#305090', '#ffffff'))
    const ask = (changes: object) =>
      proxy.refusal('/v1/descriptions', { json: { file, style: 'nua', ...changes } })
    expect(await ask({ file: 'f'.repeat(64) })).toMatchObject({ status: 404 })
    expect(await ask({ style: 'gone' })).toMatchObject({ status: 404 })
    expect(await ask({ engine: 'replicate' })).toMatchObject({ code: 'engine_unavailable' })
    expect(await ask({ hints: Array(41).fill('x') })).toMatchObject({ status: 400 })
    expect(await proxy.refusal(`/v1/descriptions/text_${'1'.repeat(20)}`)).toMatchObject({
      status: 404,
    })
  })
})

describe('hints', () => {
  it.each([
    [['Rectangle 12', 'Group', 'Aunt Rosa'], 'aunt rosa'],
    [['No. 12', '€45', '2024-11-03', 'final v2', '⚽ Goalkeeper ⚽'], 'goalkeeper'],
    [['</style><script>x</script>'.repeat(9)], null],
    [[''], null],
  ])('of %j name %j', (hints, subject) => {
    expect(readHints(hints).subject).toBe(subject)
  })
})
