import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import * as v from 'valibot'
import { expect, it } from 'vitest'
import { contract, importArchive } from '../../../shared/contract/index.ts'
import { runProcess } from '../run-process.ts'
import { temporaryFolder } from '../start-proxy.ts'
import { makeZip } from './make-zip.ts'
import { datasetId } from './open-dataset.ts'
import { piecePicture } from './piece-picture.ts'

it('a proxy that is killed in the middle of an import has added nothing, and takes it again whole', async () => {
  const data = temporaryFolder()
  const parts = await Promise.all(
    Array.from({ length: 24 }, async (_, at) => ({
      name: `${at}.png`,
      bytes: await piecePicture(at),
    })),
  )
  const zip = new Uint8Array(await makeZip(parts))
  const path = `/v1/datasets/${datasetId()}`
  const open = async () => {
    const process = runProcess({ MAQUETTE_DATA: data })
    const { ask, origin, token } = await process.started()
    const get = async () =>
      v.parse(contract.getDataset.response, await (await ask(path)).json()).dataset
    const send = async () => {
      const response = await fetch(`${origin}${path}/imports?consent=own-work`, {
        method: 'POST',
        headers: { authorization: `Bearer ${token}`, 'content-type': 'application/zip' },
        body: zip,
      })
      return v.parse(importArchive.response, await response.json()).import
    }
    const look = async (id: string) => {
      const response = await ask(`${path}/imports/${id}`)
      return v.parse(contract.getImport.response, await response.json()).import
    }
    return { ...process, ask, get, send, look }
  }

  const first = await open()
  await first.ask('/v1/datasets', { id: datasetId(), style: 'nua', name: 'First' })
  const { id } = await first.send()
  await expect.poll(async () => (await first.look(id)).done, { interval: 5 }).toBeGreaterThan(2)
  first.child.kill('SIGKILL')
  await first.end()

  const second = await open()
  expect((await second.get()).pieces).toEqual([])
  expect(readdirSync(join(data, 'imports'))).toEqual([])
  const again = await second.send()
  await expect
    .poll(async () => (await second.look(again.id)).state, { timeout: 15_000 })
    .toBe('succeeded')
  const { pieces } = await second.get()
  expect(pieces.map(({ number }) => number)).toEqual(parts.map((_, at) => at + 1))
}, 60_000)
