import { once } from 'node:events'
import { mkdirSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { join } from 'node:path'
import * as v from 'valibot'
import { describe, expect, it, onTestFinished } from 'vitest'
import { jobRequest } from './job-request.ts'
import { runProcess as run } from './run-process.ts'
import { temporaryFolder } from './start-proxy.ts'

describe('node server/index.ts', () => {
  it('survives being killed: every job ends, with its pictures', async () => {
    const data = temporaryFolder()
    const first = run({ MAQUETTE_DATA: data, MAQUETTE_SAMPLE_SECONDS: '0.6' })
    const before = await first.started()
    for (let count = 0; count < 4; count += 1)
      expect((await before.ask('/v1/jobs', jobRequest({ count: 4 }))).status).toBe(202)
    await expect
      .poll(async () => (await before.list()).filter(({ state }) => state === 'running').length)
      .toBeGreaterThan(0)
    first.child.kill('SIGKILL')
    await first.end()

    const second = run({ MAQUETTE_DATA: data, MAQUETTE_SAMPLE_SECONDS: '0' })
    const after = await second.started()
    expect(after.token).toBe(before.token)
    await expect
      .poll(async () => (await after.list()).map(({ state }) => state), { timeout: 15_000 })
      .toEqual(['succeeded', 'succeeded', 'succeeded', 'succeeded'])
    const outputs = (await after.list()).flatMap((job) => job.outputs)
    expect(outputs).toHaveLength(16)
    for (const { file } of outputs) expect((await after.ask(`/v1/files/${file}`)).status).toBe(200)
  })

  it('stops when asked, with streams open, and says the token to nobody but its starter', async () => {
    const { child, said, end, started } = run({ MAQUETTE_DATA: temporaryFolder() })
    const { ask, token } = await started()
    const events = await ask('/v1/events')
    child.kill('SIGTERM')
    await events.text()
    expect(await end()).toBe(0)
    expect(said.err).not.toContain(token)
    expect(said.out.split(token)).toHaveLength(3)
  })

  it('says everything that is wrong with its settings', async () => {
    const { said, end } = run({ MAQUETTE_PORT: 'x', MAQUETTE_SAMPLE_SECONDS: 'y' })
    expect(await end()).toBe(1)
    expect(said.err).toMatch(
      /Maquette cannot start\.\nMAQUETTE_PORT is.*\nMAQUETTE_SAMPLE_SECONDS is/,
    )
  })

  it('says that its port is in use', async () => {
    const other = createServer().listen(0, '127.0.0.1')
    await once(other, 'listening')
    onTestFinished(() => void other.close())
    const { port } = v.parse(v.object({ port: v.number() }), other.address())
    const { said, end } = run({ MAQUETTE_DATA: temporaryFolder(), MAQUETTE_PORT: String(port) })
    expect(await end()).toBe(1)
    expect(said.err).toContain(`Port ${port} is in use`)
  })

  it('says that its data folder cannot be written', async () => {
    const file = join(temporaryFolder(), 'file')
    writeFileSync(file, '')
    const { said, end } = run({ MAQUETTE_DATA: join(file, 'data') })
    expect(await end()).toBe(1)
    expect(said.err).toMatch(/data folder .* cannot be written/)
  })

  it('does not share its data folder with another one', async () => {
    const data = temporaryFolder()
    mkdirSync(data, { recursive: true })
    await run({ MAQUETTE_DATA: data }).started()
    const { said, end } = run({ MAQUETTE_DATA: data })
    expect(await end()).toBe(1)
    expect(said.err).toContain('Another Maquette is using this data folder')
  })
})
