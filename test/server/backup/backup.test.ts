import { execFile } from 'node:child_process'
import { createHash } from 'node:crypto'
import { createReadStream, existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { promisify } from 'node:util'
import { extract } from 'tar-stream'
import * as v from 'valibot'
import { expect, it } from 'vitest'
import { StoredFile } from '../../../shared/contract/index.ts'
import { jobRequest } from '../job-request.ts'
import { picture } from '../pictures.ts'
import { runProcess } from '../run-process.ts'
import { startProxy, temporaryFolder } from '../start-proxy.ts'

const run = promisify(execFile)
const command = (name: string, ...words: string[]) =>
  run(process.execPath, [join(import.meta.dirname, `../../../server/${name}.ts`), ...words])
const backup = (data: string, file: string) =>
  run(process.execPath, [join(import.meta.dirname, '../../../server/backup.ts'), file], {
    env: { PATH: process.env.PATH, MAQUETTE_DATA: data },
  })

const entriesOf = async (file: string): Promise<Map<string, Buffer>> => {
  const entries = new Map<string, Buffer>()
  const archive = extract()
  const read = async () => {
    for await (const entry of archive) {
      const chunks: Uint8Array[] = []
      for await (const chunk of entry) chunks.push(v.parse(v.instance(Uint8Array), chunk))
      entries.set(entry.header.name, Buffer.concat(chunks))
    }
  }
  await Promise.all([pipeline(createReadStream(file), archive), read()])
  return entries
}

it('backs up a running proxy, and another one goes on from there', async () => {
  const data = temporaryFolder()
  const first = runProcess({ MAQUETTE_DATA: data, MAQUETTE_SAMPLE_SECONDS: '0.3' })
  const { ask, list, token } = await first.started()
  for (let count = 0; count < 6; count += 1)
    expect((await ask('/v1/jobs', jobRequest({ count: 4 }))).status).toBe(202)
  const finished = async () => (await list()).filter(({ state }) => state === 'succeeded')
  await expect.poll(async () => (await finished()).length, { timeout: 20_000 }).toBeGreaterThan(1)

  const before = await finished()
  const folder = temporaryFolder()
  const file = join(folder, 'maquette.tar')
  const { stdout } = await backup(data, file)
  expect(stdout).toMatch(/Backed up the database and \d+ pictures/)
  expect(readdirSync(folder)).toEqual(['maquette.tar'])
  expect(readFileSync(file).includes(token)).toBe(false)
  expect(first.said.err).not.toContain('"level":50')
  first.child.kill('SIGKILL')
  await first.end()

  const restored = join(folder, 'restored')
  await command('restore', file, restored)
  expect(readdirSync(restored).sort()).toEqual(['files', 'maquette.db', 'weights'])
  const second = runProcess({ MAQUETTE_DATA: restored, MAQUETTE_SAMPLE_SECONDS: '0' })
  const after = await second.started()
  expect(after.token).not.toBe(token)
  await expect
    .poll(async () => (await after.list()).map(({ state }) => state), { timeout: 30_000 })
    .toEqual(Array.from({ length: 6 }, () => 'succeeded'))
  const jobs = await after.list()
  for (const job of before) expect(jobs).toContainEqual(job)
  const files = jobs.flatMap(({ outputs }) => outputs.map((output) => output.file))
  expect(files).toHaveLength(24)
  for (const id of files) {
    const bytes = Buffer.from(await (await after.ask(`/v1/files/${id}`)).arrayBuffer())
    expect(createHash('sha256').update(bytes).digest('hex')).toBe(id)
  }
}, 90_000)

it('holds the database first, then every picture by its id, and nothing else', async () => {
  const { data, request, create, ended, stop } = await startProxy()
  const headers = { 'content-type': 'image/png' }
  const sent = await request('/v1/files', { body: await picture(), headers })
  const reference = v.parse(StoredFile, await sent.json()).id
  const { id } = await create(jobRequest())
  const [output] = (await ended(id)).outputs
  await stop()
  const file = join(temporaryFolder(), 'maquette.tar')
  await backup(data, file)
  const entries = await entriesOf(file)
  const pictures = [reference, output!.file].map((name) => `files/${name}`).sort()
  expect([...entries.keys()]).toEqual(['maquette.db', ...pictures, 'maquette.json'])
})

it('leaves out a picture that is damaged, and says so', async () => {
  const { data, create, ended, stop } = await startProxy()
  const [output] = (await ended((await create(jobRequest())).id)).outputs
  await stop()
  writeFileSync(join(data, 'files', output!.file.slice(0, 2), output!.file), 'mud')
  const { stdout } = await backup(data, join(temporaryFolder(), 'maquette.tar'))
  expect(stdout).toContain('the database and 0 pictures')
  expect(stdout).toContain('1 damaged')
})

it('overwrites nothing, and finds no database where there is none', async () => {
  const folder = temporaryFolder()
  const file = join(folder, 'maquette.tar')
  writeFileSync(file, 'precious')
  const words = (stderr: RegExp) => ({ stderr: expect.stringMatching(stderr) as string, code: 1 })
  await expect(backup(folder, file)).rejects.toMatchObject(words(/^There is a file .* already/))
  expect(readFileSync(file, 'utf8')).toBe('precious')
  const other = join(folder, 'other.tar')
  await expect(backup(folder, other)).rejects.toMatchObject(words(/^There is no database/))
  expect(existsSync(other)).toBe(false)
  await expect(command('backup')).rejects.toMatchObject(words(/npm run backup -- /))
  await expect(command('restore')).rejects.toMatchObject(words(/npm run restore -- /))
})
