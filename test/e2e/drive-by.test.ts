import { once } from 'node:events'
import { createServer } from 'node:http'
import type { Browser, Page } from 'playwright-core'
import * as v from 'valibot'
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import { createScriptedEngine } from '../fakes/scripted-engine.ts'
import { jobRequest } from '../server/job-request.ts'
import { startProxy } from '../server/start-proxy.ts'
import { launchChromium } from './launch-chromium.ts'

/** Somebody else's names, which lead to this machine. */
const EVIL = 'evil.example'
const REBOUND = 'rebound.example'

let browser: Browser
beforeAll(async () => {
  browser = await launchChromium([
    `--host-resolver-rules=MAP ${EVIL} 127.0.0.1, MAP ${REBOUND} 127.0.0.1`,
  ])
})
afterAll(() => browser.close())

/** A proxy that could draw, and a page of another site in the same browser as the studio. */
const openPage = async () => {
  const engine = createScriptedEngine()
  const started = await startProxy({ engines: [engine] })
  const site = createServer((_request, response) => {
    response.setHeader('Content-Type', 'text/html').end('<!doctype html><body>A nice page.')
  }).listen(0, '127.0.0.1')
  await once(site, 'listening')
  const { port } = v.parse(v.object({ port: v.number() }), site.address())
  const context = await browser.newContext()
  onTestFinished(async () => {
    await context.close()
    site.close()
  })
  const page = await context.newPage()
  const target = `http://localhost:${started.port}`
  const answers: string[] = []
  page.on('response', (response) => {
    const { host, pathname } = new URL(response.url())
    if (host.endsWith(`:${started.port}`))
      answers.push(`${response.request().method()} ${pathname} ${response.status()}`)
  })
  await page.goto(`http://${EVIL}:${port}/`)
  /** Nothing was drawn, and no job is known. */
  const expectNothing = async () => {
    expect(engine.runs).toHaveLength(0)
    expect((await started.call('listJobs', '/v1/jobs')).jobs).toEqual([])
  }
  return { ...started, engine, page, target, answers, expectNothing }
}

const press = () => JSON.stringify(jobRequest())

type Init = Pick<RequestInit, 'method' | 'mode' | 'credentials'> & {
  readonly headers?: Record<string, string>
  readonly body?: string
}

/** Runs in the page: what came of a request, as far as the page can tell. */
const fetchFrom = (page: Page, url: string, init: Init): Promise<string> =>
  page.evaluate(
    ([to, how]) =>
      fetch(to, how).then(
        (response) => `${response.type} ${response.status}`,
        (error: unknown) => String(error),
      ),
    [url, init] as const,
  )

describe('a page of another site', () => {
  test('reaches the proxy: with the token, it could press', async () => {
    const { page, target, proxy, engine } = await openPage()
    const headers = {
      authorization: `Bearer ${proxy.token}`,
      'content-type': 'application/json',
    }
    const init = { method: 'POST', headers, body: press() }
    expect(await fetchFrom(page, `${target}/v1/jobs`, init)).toBe('cors 202')
    await engine.started(1)
  })

  test.each(['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data'])(
    'presses nothing with a form of %s',
    async (enctype) => {
      const { page, target, answers, expectNothing } = await openPage()
      await page.evaluate(
        ([action, type, body]) => {
          const form = document.createElement('form')
          Object.assign(form, { method: 'POST', action, enctype: type })
          const field = document.createElement('input')
          // As text, the equals sign between name and value ends up inside the JSON.
          field.name = body.replace(/}$/, ',"x":"')
          field.value = '"}'
          form.append(field)
          document.body.append(form)
          form.submit()
        },
        [`${target}/v1/jobs`, enctype, press()] as const,
      )
      await expect.poll(() => answers).toEqual(['POST /v1/jobs 401'])
      await expectNothing()
    },
  )

  test('presses nothing with requests that need no leave', async () => {
    const { page, target, answers, expectNothing } = await openPage()
    const url = `${target}/v1/jobs`
    const simple = { method: 'POST', mode: 'no-cors', body: press() } as const
    expect(await fetchFrom(page, url, simple)).toBe('opaque 0')
    const included = { ...simple, credentials: 'include' } as const
    expect(await fetchFrom(page, url, included)).toBe('opaque 0')
    expect(
      await page.evaluate(([to, body]) => navigator.sendBeacon(to, body), [url, press()] as const),
    ).toBe(true)
    await expect.poll(() => answers).toEqual(Array(3).fill('POST /v1/jobs 401'))
    await expectNothing()
  })

  test('presses nothing with JSON, from itself or from a sandboxed frame', async () => {
    const { page, target, answers, expectNothing } = await openPage()
    const init = { method: 'POST', headers: { 'content-type': 'application/json' }, body: press() }
    expect(await fetchFrom(page, `${target}/v1/jobs`, init)).toBe('cors 401')
    await page.evaluate(
      ([to, how]) => {
        const frame = document.createElement('iframe')
        frame.sandbox.add('allow-scripts')
        frame.srcdoc = `<script>fetch(${JSON.stringify(to)}, ${JSON.stringify(how)})</script>`
        document.body.append(frame)
      },
      [`${target}/v1/jobs`, init] as const,
    )
    await expect
      .poll(() => answers.filter((answer) => answer.startsWith('POST')))
      .toEqual(['POST /v1/jobs 401', 'POST /v1/jobs 401'])
    await expectNothing()
  })

  test('changes and reads nothing with what a page may load', async () => {
    const { page, target, expectNothing } = await openPage()
    const outcomes = await page.evaluate((origin) => {
      const outcomeOf = (element: HTMLElement | EventSource): Promise<string> =>
        new Promise((resolve) => {
          for (const type of ['load', 'open', 'error'])
            element.addEventListener(type, () => resolve(type))
        })
      const load = (tag: 'img' | 'script', path: string): Promise<string> => {
        const element = document.createElement(tag)
        element.src = origin + path
        document.body.append(element)
        return outcomeOf(element)
      }
      return Promise.all([
        load('img', '/v1/jobs'),
        load('img', '/v1/jobs/x/cancel'),
        load('script', '/v1/status'),
        outcomeOf(new EventSource(`${origin}/v1/events`)),
      ])
    }, target)
    expect(outcomes).toEqual(Array(4).fill('error'))
    await expectNothing()
  })

  test('opens no socket', async () => {
    const { page, target, expectNothing } = await openPage()
    const ended = await page.evaluate(
      (url) =>
        new Promise<string>((resolve) => {
          const socket = new WebSocket(url)
          socket.onopen = () => resolve('open')
          socket.onerror = () => resolve('error')
        }),
      `${target.replace('http', 'ws')}/v1/events`,
    )
    expect(ended).toBe('error')
    await expectNothing()
  })

  test('puts the studio into no frame of its own', async () => {
    const { page, target } = await openPage()
    await page.evaluate((url) => {
      const frame = document.createElement('iframe')
      frame.src = url
      document.body.append(frame)
    }, `${target}/`)
    await expect.poll(() => page.frames().at(-1)?.url()).toBe('chrome-error://chromewebdata/')
  })

  test('finds nothing behind a name of its own that it points here, even with the token', async () => {
    const { page, port, proxy, answers, expectNothing } = await openPage()
    const rebound = `http://${REBOUND}:${port}`
    // What is shown is a refusal; whatever ran in its place would have its origin.
    await page.goto(`${rebound}/`)
    expect(await page.evaluate(() => self.origin)).toBe(rebound)
    answers.length = 0
    const headers = {
      authorization: `Bearer ${proxy.token}`,
      'content-type': 'application/json',
    }
    const init = { method: 'POST', headers, body: press() }
    expect(await fetchFrom(page, '/v1/jobs', init)).toBe('basic 403')
    expect(await fetchFrom(page, '/v1/jobs', { headers })).toBe('basic 403')
    expect(await fetchFrom(page, '/healthz', {})).toBe('basic 403')
    expect(answers).toHaveLength(3)
    await expectNothing()
  })
})
