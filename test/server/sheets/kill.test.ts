import { setTimeout as delay } from 'node:timers/promises'
import * as v from 'valibot'
import { expect, it } from 'vitest'
import { StoredFile, contract } from '../../../shared/contract/index.ts'
import { plainPage } from '../../sheets/plain-page.ts'
import { runProcess } from '../run-process.ts'
import { temporaryFolder } from '../start-proxy.ts'

it('a proxy that was killed while it cleaned a sheet cleans it after all', async () => {
  const data = temporaryFolder()
  const first = runProcess({ MAQUETTE_DATA: data })
  const before = await first.started()
  const sent = await fetch(`${before.origin}/v1/files?for=sheet`, {
    method: 'POST',
    headers: { authorization: `Bearer ${before.token}`, 'content-type': 'image/png' },
    body: new Uint8Array(await plainPage()),
  })
  const { id: file } = v.parse(StoredFile, await sent.json())
  const answer = v.parse(
    contract.createSheet.response,
    await (await before.ask('/v1/sheets', { file })).json(),
  )
  const path = `/v1/sheets/${answer.sheet.id}`
  const sheetOf = async ({ ask }: typeof before) =>
    v.parse(contract.getSheet.response, await (await ask(path)).json()).sheet
  while ((await sheetOf(before)).state !== 'running') await delay(5)
  first.child.kill('SIGKILL')
  await first.end()

  const after = await runProcess({ MAQUETTE_DATA: data }).started()
  let sheet = await sheetOf(after)
  while (sheet.state === 'queued' || sheet.state === 'running') {
    await delay(50)
    sheet = await sheetOf(after)
  }
  expect(sheet.state).toBe('succeeded')
  expect(sheet.pieces).toHaveLength(2)
  for (const piece of sheet.pieces)
    expect((await after.ask(`/v1/files/${piece.file}`)).status).toBe(200)
}, 60_000)
