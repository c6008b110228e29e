import { hash } from 'node:crypto'
import {
  createWriteStream,
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { pack } from 'tar-stream'
import { describe, expect, it } from 'vitest'
import { createBackup } from '../../../server/backup/create-backup.ts'
import { snapshotDatabase } from '../../../server/backup/snapshot-database.ts'
import { restoreBackup } from '../../../server/backup/restore-backup.ts'
import { createScriptedEngine } from '../../fakes/scripted-engine.ts'
import { jobRequest } from '../job-request.ts'
import { createKeptLog } from '../kept-log.ts'
import { picture } from '../pictures.ts'
import { startProxy, temporaryFolder } from '../start-proxy.ts'

type Header = Parameters<ReturnType<typeof pack>['entry']>[0]
type Item = readonly [header: string | Header, bytes: Uint8Array | string]

const writeArchive = async (items: readonly Item[]): Promise<string> => {
  const file = join(temporaryFolder(), 'maquette.tar')
  const tar = pack()
  const written = pipeline(tar, createWriteStream(file))
  for (const [header, bytes] of items) {
    const entry = typeof header === 'string' ? { name: header } : header
    if (bytes.length === 0 && entry.type !== undefined) tar.entry(entry)
    else tar.entry(entry, bytes)
  }
  tar.finalize()
  await written
  return file
}

const restore = (file: string, folder: string) =>
  restoreBackup({ file, folder, now: Date.now(), log: createKeptLog().log })

/** What an archive of a new proxy with one picture holds. */
const goodParts = async () => {
  const { data, stop } = await startProxy()
  await stop()
  const copy = join(temporaryFolder(), 'copy.db')
  snapshotDatabase(join(data, 'maquette.db'), copy)
  const db = readFileSync(copy)
  const bytes = await picture()
  const manifest = { format: 1, version: '0.1.0', at: new Date().toISOString(), files: 1 }
  return {
    database: ['maquette.db', db] as Item,
    file: [`files/${hash('sha256', bytes)}`, bytes] as Item,
    manifest: [
      'maquette.json',
      JSON.stringify({ ...manifest, database: hash('sha256', db) }),
    ] as Item,
  }
}
type Parts = Awaited<ReturnType<typeof goodParts>>

describe('restore', () => {
  it('takes a good backup into a folder that is empty or not there', async () => {
    const { database, file, manifest } = await goodParts()
    const archive = await writeArchive([database, file, manifest])
    for (const folder of [temporaryFolder(), join(temporaryFolder(), 'new')]) {
      expect(await restore(archive, folder)).toEqual({ files: 1 })
      expect(readdirSync(folder).sort()).toEqual(['files', 'maquette.db', 'weights'])
    }
  })

  it('leaves a folder alone that is not empty', async () => {
    const { database, file, manifest } = await goodParts()
    const folder = temporaryFolder()
    writeFileSync(join(folder, 'maquette.db'), 'precious')
    const archive = await writeArchive([database, file, manifest])
    await expect(restore(archive, folder)).rejects.toThrow(/not empty.*Nothing was restored/)
    expect(readdirSync(folder)).toEqual(['maquette.db'])
    expect(readFileSync(join(folder, 'maquette.db'), 'utf8')).toBe('precious')
  })

  const big = 65 * 1024 * 1024
  const name = `files/${'a'.repeat(64)}`
  it.each<[string, (parts: Parts) => readonly Item[], RegExp]>([
    ['no manifest', (p) => [p.database, p.file], /incomplete/],
    ['a picture too few', (p) => [p.database, p.manifest], /incomplete/],
    ['no database', (p) => [p.file, p.manifest], /database .* damaged/],
    [
      'another database',
      (p) => [['maquette.db', 'mud'], p.file, p.manifest],
      /database .* damaged/,
    ],
    ['two databases', (p) => [p.database, p.database, p.file, p.manifest], /two databases/],
    ['a picture twice', (p) => [p.database, p.file, p.file, p.manifest], /twice/],
    ['a damaged picture', (p) => [p.database, [p.file[0], 'mud'], p.manifest], /damaged/],
    ['something after its end', (p) => [p.database, p.file, p.manifest, p.file], /end of this/],
    ['an absolute name', (p) => [p.database, ['/tmp/escaped', 'x'], p.manifest], /not a backup/],
    ['a name that climbs', (p) => [p.database, ['../escaped', 'x'], p.manifest], /not a backup/],
    ['a climbing picture', (p) => [p.database, ['files/../../escaped', 'x'], p.manifest], /not a/],
    ['a token', (p) => [p.database, ['token', 'x'.repeat(43)], p.manifest], /not a backup/],
    [
      'a link',
      (p) => [p.database, [{ name, type: 'symlink', linkname: '/etc' }, ''], p.manifest],
      /not a/,
    ],
    [
      'a hard link',
      (p) => [[{ name, type: 'link', linkname: 'maquette.db' }, ''], p.manifest],
      /not a/,
    ],
    ['a folder', (p) => [[{ name: 'files', type: 'directory' }, ''], p.file, p.manifest], /not a/],
    ['a picture of 65 MB', (p) => [p.database, [name, Buffer.alloc(big)], p.manifest], /too large/],
    ['a newer manifest', (p) => [p.database, p.file, ['maquette.json', '{"format":2}']], /newer/],
    ['nothing', () => [], /incomplete/],
  ])('refuses an archive with %s, and leaves nothing behind', async (_, items, words) => {
    const archive = await writeArchive(items(await goodParts()))
    const folder = join(temporaryFolder(), 'new')
    await expect(restore(archive, folder)).rejects.toThrow(words)
    await expect(restore(archive, folder)).rejects.toThrow(/Nothing was restored\.$/)
    expect(readdirSync(folder)).toEqual([])
    expect(existsSync(join(folder, '../escaped'))).toBe(false)
    expect(existsSync('/tmp/escaped')).toBe(false)
  })

  it('refuses a file that is cut anywhere, or none at all, or no archive', async () => {
    const { database, file, manifest } = await goodParts()
    const whole = readFileSync(await writeArchive([database, file, manifest]))
    const folder = join(temporaryFolder(), 'new')
    mkdirSync(folder)
    const cut = join(temporaryFolder(), 'cut.tar')
    await expect(restore(cut, folder)).rejects.toThrow(/cannot be restored.*Nothing was restored/)
    for (let part = 1; part < 8; part += 1) {
      writeFileSync(cut, whole.subarray(0, Math.floor((whole.length * part) / 8)))
      await expect(restore(cut, folder)).rejects.toThrow(/Nothing was restored/)
    }
    writeFileSync(cut, 'no archive'.repeat(500))
    await expect(restore(cut, folder)).rejects.toThrow(/Nothing was restored/)
    expect(readdirSync(folder)).toEqual([])
  })
})

it('never asks again for a paid picture that may have been asked for since the backup', async () => {
  const price = { pricePerPicture: { usd: 0.02, estimate: false } }
  const engine = createScriptedEngine(price)
  const gate = new AbortController()
  engine.onStart = () =>
    new Promise<void>((resolve) => gate.signal.addEventListener('abort', () => resolve()))
  const first = await startProxy({ engines: [engine] })
  const jobs = []
  for (let count = 0; count < 5; count += 1) jobs.push(await first.create(jobRequest({ count: 4 })))
  const file = join(temporaryFolder(), 'maquette.tar')
  await createBackup({ data: first.data, file, version: '0.1.0', now: Date.now() })
  gate.abort()
  await first.stop()

  const folder = join(temporaryFolder(), 'restored')
  await restore(file, folder)
  const other = createScriptedEngine(price)
  const second = await startProxy({ data: folder, engines: [other] })
  for (const { id } of jobs) {
    const ended = await second.ended(id)
    expect(ended.runs.map(({ error }) => error?.charged)).toEqual([
      'maybe',
      'maybe',
      'maybe',
      'maybe',
    ])
  }
  expect(other.runs).toHaveLength(0)
})
