import type { Browser, BrowserContext, BrowserContextOptions, Frame, Page } from 'playwright-core'
import { STORES } from '../../server/studio/web/state/open-database.ts'
import type { KeptDocument } from './finished-work.ts'
import type { RunningStudio } from './start-studio.ts'

export type FrameOnCanvas = {
  readonly id: string
  readonly name: string
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
  readonly isPicture: boolean
}

/** A browser window with the studio in it, and a person's ways in. */
export const openStudio = async (
  browser: Browser,
  studio: RunningStudio,
  {
    document,
    ...options
  }: Pick<BrowserContextOptions, 'colorScheme' | 'ignoreHTTPSErrors'> & {
    /** What she finds on the canvas. */
    readonly document?: KeptDocument
  } = {},
) => {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, ...options })
  const page = await context.newPage()
  if (document !== undefined) await keepDocument(page, studio.origin, document)
  const errors: string[] = []
  page.on('pageerror', (error) => errors.push(error.message))
  page.on('console', (message) => {
    if (message.type() === 'error') errors.push(message.text())
  })
  await page.goto(`${studio.origin}/#token=${studio.token}`)
  const driver = drive(page, context)
  await driver.panel.getByText('Connected').waitFor()
  return { ...driver, errors }
}

/** Puts a document where the studio keeps its own, before it is opened. */
const keepDocument = async (page: Page, origin: string, document: KeptDocument): Promise<void> => {
  await page.goto(`${origin}/healthz`)
  await page.evaluate(
    async ({ snapshot, images, stores }) => {
      const opening = indexedDB.open('maquette-studio', 1)
      opening.onupgradeneeded = () => {
        for (const store of stores) opening.result.createObjectStore(store)
      }
      await new Promise((resolve) => (opening.onsuccess = resolve))
      const kept = opening.result.transaction(['document', 'images'], 'readwrite')
      kept.objectStore('document').put(snapshot, 'snapshot')
      for (const [hash, bytes] of images)
        kept.objectStore('images').put(new Uint8Array(bytes), hash)
      await new Promise((resolve) => (kept.oncomplete = resolve))
      opening.result.close()
    },
    {
      snapshot: document.snapshot,
      images: [...document.images].map(([hash, bytes]) => [hash, [...bytes]] as const),
      stores: [...STORES],
    },
  )
}

export const drive = (page: Page, context: BrowserContext) => {
  const inner = () => page.frameLocator('.panel iframe').frameLocator('iframe')
  const panel = inner().frameLocator('iframe')
  const canvas = page.locator('.canvas')
  const brief = panel.getByLabel('Brief', { exact: true })

  const panelFrame = (): Frame => {
    const frame = page.frames().find((one) => one.url().startsWith('data:text/html'))
    if (frame === undefined) throw new Error('The panel is not open.')
    return frame
  }

  /** The outermost frames of the canvas, as they are drawn. */
  const frames = (): Promise<FrameOnCanvas[]> =>
    page.locator('.world > .node').evaluateAll((nodes) =>
      nodes.map((node) => {
        const { style, dataset } = node as HTMLElement
        return {
          id: dataset['node'] ?? '',
          name: node.getAttribute('aria-label') ?? '',
          x: parseFloat(style.left),
          y: parseFloat(style.top),
          width: parseFloat(style.width),
          height: parseFloat(style.height),
          isPicture: node.querySelector(':scope > .fill img') !== null,
        }
      }),
    )

  const draft = async (words: string): Promise<void> => {
    await brief.fill(words)
    await brief.press('Control+Enter')
  }

  const waitForPictures = (count: number): Promise<void> =>
    page
      .locator('.world > .node > .fill img')
      .nth(count - 1)
      .waitFor()

  const dropFile = (name: string, type: string, bytes: Uint8Array, at = { x: 400, y: 450 }) =>
    page.evaluate(
      ({ name, type, bytes, at }) => {
        const dataTransfer = new DataTransfer()
        dataTransfer.items.add(new File([new Uint8Array(bytes)], name, { type }))
        const options = {
          bubbles: true,
          cancelable: true,
          dataTransfer,
          clientX: at.x,
          clientY: at.y,
        }
        const target = document.elementFromPoint(at.x, at.y)
        target?.dispatchEvent(new DragEvent('dragover', options))
        target?.dispatchEvent(new DragEvent('drop', options))
      },
      { name, type, bytes: [...bytes], at },
    )

  /** SHA-256 of the pictures that the studio keeps in the browser, read past its own code. */
  const keptPictures = (): Promise<string[]> =>
    page.evaluate(async () => {
      const pictures = await new Promise<Uint8Array<ArrayBuffer>[]>((resolve, reject) => {
        const opening = indexedDB.open('maquette-studio')
        opening.onerror = () => reject(new Error('The database did not open.'))
        opening.onsuccess = () => {
          const all = opening.result.transaction('images').objectStore('images').getAll()
          all.onsuccess = () => {
            opening.result.close()
            resolve(all.result)
          }
        }
      })
      const digests = pictures.map((bytes) => crypto.subtle.digest('SHA-256', bytes))
      return (await Promise.all(digests)).map((digest) =>
        Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join(''),
      )
    })

  return {
    page,
    context,
    panel,
    panelFrame,
    canvas,
    brief,
    frames,
    draft,
    waitForPictures,
    dropFile,
    keptPictures,
    close: () => context.close(),
  }
}

export type StudioPage = Awaited<ReturnType<typeof openStudio>>
