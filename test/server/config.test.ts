import { describe, expect, it } from 'vitest'
import { readConfig } from '../../server/config.ts'

describe('readConfig', () => {
  it('needs nothing', () => {
    expect(readConfig({})).toEqual({
      port: 8787,
      data: './data',
      keepReferencesDays: 30,
      sampleSeconds: 2,
      replicate: { token: null, url: null, model: null },
      hosting: { host: null, token: null, publicUrl: null, trustedHops: 0 },
      caps: { perJob: 1, perTraining: 10, perMinute: 2, perDay: 10, perMonth: 100 },
    })
  })

  it('reads every setting, and an empty one as absent', () => {
    const config = readConfig({
      MAQUETTE_PORT: '9000',
      MAQUETTE_DATA: '/tmp/elsewhere',
      MAQUETTE_SAMPLE_SECONDS: '0.5',
      REPLICATE_API_TOKEN: 'r8_abc',
      MAQUETTE_REPLICATE_URL: 'http://localhost:1234',
      MAQUETTE_MODEL: '',
      MAQUETTE_MAX_USD_PER_JOB: '0.5',
      MAQUETTE_MAX_USD_PER_TRAINING: '5',
      MAQUETTE_MAX_USD_PER_MINUTE: '2.5',
      MAQUETTE_MAX_USD_PER_DAY: '25',
      MAQUETTE_MAX_USD_PER_MONTH: '250',
      MAQUETTE_HOST: '0.0.0.0',
      MAQUETTE_TOKEN: 't'.repeat(32),
      MAQUETTE_PUBLIC_URL: 'https://maquette.example.com/',
      MAQUETTE_TRUSTED_HOPS: '2',
      HOME: '/root',
    })
    expect(config).toEqual({
      port: 9000,
      data: '/tmp/elsewhere',
      keepReferencesDays: 30,
      sampleSeconds: 0.5,
      replicate: { token: 'r8_abc', url: 'http://localhost:1234', model: null },
      hosting: {
        host: '0.0.0.0',
        token: 't'.repeat(32),
        publicUrl: 'https://maquette.example.com',
        trustedHops: 2,
      },
      caps: { perJob: 0.5, perTraining: 5, perMinute: 2.5, perDay: 25, perMonth: 250 },
    })
  })

  it.each([
    ['MAQUETTE_PORT', '80a'],
    ['MAQUETTE_PORT', '65536'],
    ['MAQUETTE_PORT', '-1'],
    ['MAQUETTE_SAMPLE_SECONDS', '61'],
    ['MAQUETTE_SAMPLE_SECONDS', 'two'],
    ['REPLICATE_API_TOKEN', 'two words'],
    ['MAQUETTE_HOST', 'localhost'],
    ['MAQUETTE_HOST', '0.0.0.0:8787'],
    ['MAQUETTE_TOKEN', 'x'.repeat(31)],
    ['MAQUETTE_TOKEN', `${'x'.repeat(31)}=`],
    ['MAQUETTE_TRUSTED_HOPS', '11'],
    ['MAQUETTE_TRUSTED_HOPS', '-1'],
    ['MAQUETTE_REPLICATE_URL', 'ftp://example.org'],
    ['MAQUETTE_MODEL', 'no slash'],
    ['MAQUETTE_DESCRIBER', 'no slash'],
    ['MAQUETTE_MAX_USD_PER_JOB', '-1'],
    ['MAQUETTE_MAX_USD_PER_MINUTE', '1e3'],
    ['MAQUETTE_MAX_USD_PER_DAY', 'ten'],
    ['MAQUETTE_MAX_USD_PER_MONTH', '10001'],
  ])('refuses %s=%s by its name', (name, value) => {
    expect(() => readConfig({ [name]: value })).toThrow(new RegExp(`^${name} is .+\\.$`))
  })

  it.each(['http://maquette.example.com', 'https://10.0.0.5', 'https://maquette.example.com/path'])(
    'refuses MAQUETTE_PUBLIC_URL=%s, which Figma would not allow',
    (MAQUETTE_PUBLIC_URL) => {
      expect(() => readConfig({ MAQUETTE_PUBLIC_URL })).toThrow(
        /^MAQUETTE_PUBLIC_URL must be like https:.+\.$/,
      )
    },
  )

  it('says everything that is wrong at once, without the values', () => {
    const wrong = { MAQUETTE_PORT: 'r8_secret', MAQUETTE_MODEL: 'r8_secret two' }
    expect(() => readConfig(wrong)).toThrow(/MAQUETTE_PORT.*\n.*MAQUETTE_MODEL/)
    expect(() => readConfig(wrong)).not.toThrow(/secret/)
  })
})
