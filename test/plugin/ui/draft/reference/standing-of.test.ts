import { describe, expect, test } from 'vitest'
import { buildRequest } from '../../../../../plugin/ui/draft/build-request.ts'
import { newForm } from '../../../../../plugin/ui/draft/new-form.ts'
import { resolveForm } from '../../../../../plugin/ui/draft/resolve-form.ts'
import { SIZES } from '../../../../../shared/aspect-ratio.ts'
import type { Consent } from '../../../../../shared/consent.ts'
import type { EngineView } from '../../../../../shared/contract/index.ts'
import type { ChosenReference } from '../../../../../shared/draft-form.ts'
import { FIRST_STYLE } from '../../../../../shared/first-style.ts'
import type { FileId, JobId } from '../../../../../shared/ids.ts'
import { DOCUMENT } from '../../open-desk.ts'

const HERE = 'http://localhost:8787'
const ELSEWHERE = 'https://maquette.example.com'

const reference: ChosenReference = {
  file: '0'.repeat(64) as FileId,
  use: 'follow',
  strength: 0.6,
  document: DOCUMENT,
  name: 'Customer photo',
  width: 688,
  height: 1024,
  on: true,
}
const own: EngineView = {
  id: 'sample',
  label: 'Sample',
  sample: true,
  remote: false,
  capabilities: {
    aspectRatios: [{ ratio: '1:1', ...SIZES['1:1'] }],
    formats: ['png'],
    steps: null,
    guidance: null,
    loraScale: null,
    referenceUses: ['follow'],
    pricePerPicture: { usd: 0, estimate: false },
    secondsPerPicture: 1,
  },
}
const remote = { ...own, label: 'Replicate', remote: true }
const unable = { ...own, capabilities: { ...own.capabilities, referenceUses: [] } }

const resolve = (
  engine: EngineView,
  origin: string,
  consent: Consent,
  chosen: ChosenReference | null,
) => {
  const form = { ...newForm(FIRST_STYLE), brief: 'a cook', reference: chosen }
  const resolved = resolveForm(form, {
    status: {
      version: '1.0.0',
      engines: [engine],
      defaultEngine: engine.id,
      styles: [FIRST_STYLE],
      limits: { count: 4, briefLength: 2000, uploadBytes: 1, sidePixels: 1 },
    },
    selection: null,
    modelOf: () => null,
    origin,
    consent,
  })!
  const request = buildRequest(`job_${'0'.repeat(20)}` as JobId, DOCUMENT, form, resolved)
  return { ...resolved, sent: request.reference }
}

describe('a reference leaves this computer', () => {
  test.each([
    [own, HERE, null, 'used', null],
    [own, 'http://127.0.0.1:8787', 'refused', 'used', null],
    [own, ELSEWHERE, null, 'unasked', 'maquette.example.com'],
    [own, 'http://localhost.example.com', null, 'unasked', 'localhost.example.com'],
    [own, ELSEWHERE, 'refused', 'refused', 'maquette.example.com'],
    [own, ELSEWHERE, 'allowed', 'used', 'maquette.example.com'],
    [remote, HERE, null, 'unasked', 'Replicate'],
    [remote, HERE, 'refused', 'refused', 'Replicate'],
    [remote, HERE, 'allowed', 'used', 'Replicate'],
    [remote, ELSEWHERE, null, 'unasked', 'maquette.example.com and Replicate'],
    [unable, HERE, null, 'unable', null],
  ] as const)('only where she allowed it (%#)', (engine, origin, consent, standing, sentTo) => {
    const resolved = resolve(engine, origin, consent, reference)
    expect(resolved).toMatchObject({ standing, sentTo })
    const { file, use, strength } = reference
    const isUsed = standing === 'used'
    expect(resolved.sent).toEqual(isUsed ? { file, use, strength } : undefined)
    // What is left out decides no shape either.
    expect(resolved.size).toEqual(isUsed ? { width: 688, height: 1024 } : SIZES['1:1'])
  })

  test('and never while it is off, or where there is none', () => {
    for (const chosen of [{ ...reference, on: false }, null]) {
      const resolved = resolve(remote, HERE, 'allowed', chosen)
      expect(resolved).toMatchObject({ standing: 'off', size: SIZES['1:1'] })
      expect(resolved.sent).toBeUndefined()
    }
  })
})
