import type { Browser } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { flatPicture } from './flat-picture.ts'
import { launchChromium } from './launch-chromium.ts'
import { startStudio } from './start-studio.ts'
import type { RunningStudio } from './start-studio.ts'
import { openStudio } from './studio-page.ts'
import type { StudioPage } from './studio-page.ts'

let browser: Browser
let studio: RunningStudio
let her: StudioPage

beforeAll(async () => {
  ;[browser, studio] = await Promise.all([launchChromium(), startStudio()])
})
afterAll(async () => {
  await browser.close()
  await studio.stop()
})
beforeEach(async () => {
  her = await openStudio(browser, studio)
})
afterEach(() => her.close())

describe('the canvas', () => {
  beforeEach(async () => {
    await her.dropFile('One.png', 'image/png', await flatPicture(300, 200))
    await expect.poll(async () => (await her.frames()).length).toBe(1)
  })

  test('keys move, duplicate, delete and undo', async () => {
    const [one] = await her.frames()
    await her.canvas.focus()
    await her.page.keyboard.press('ArrowRight')
    await her.page.keyboard.press('Shift+ArrowDown')
    await expect.poll(her.frames).toMatchObject([{ x: one!.x + 1, y: one!.y + 10 }])
    await her.page.keyboard.press('Control+d')
    await expect.poll(async () => (await her.frames()).length).toBe(2)
    await her.page.keyboard.press('Delete')
    await expect.poll(async () => (await her.frames()).length).toBe(1)
    await her.page.keyboard.press('Control+z')
    await expect.poll(async () => (await her.frames()).length).toBe(2)
  })

  test('a frame follows the hand and stays where it is dropped', async () => {
    const [one] = await her.frames()
    const box = await her.page.locator('.world > .node').boundingBox()
    const start = { x: box!.x + box!.width / 2, y: box!.y + box!.height / 2 }
    await her.page.mouse.move(start.x, start.y)
    await her.page.mouse.down()
    await her.page.mouse.move(start.x + 120, start.y - 40, { steps: 4 })
    await her.page.mouse.up()
    await expect.poll(her.frames).toMatchObject([{ x: one!.x + 120, y: one!.y - 40 }])
  })

  test('the wheel moves the view and zooms it, and everything fits again', async () => {
    const left = async () => (await her.page.locator('.world > .node').boundingBox())!.x
    const zoom = her.page.getByRole('button', { name: /^Zoom, / })
    const start = await left()
    await her.page.mouse.move(600, 400)
    await her.page.mouse.wheel(50, 0)
    await expect.poll(left).toBe(start - 50)
    await her.page.keyboard.down('Control')
    await her.page.mouse.wheel(0, 400)
    await her.page.keyboard.up('Control')
    await expect.poll(() => zoom.textContent()).toBe('79%')
    await her.page.keyboard.press('Shift+Digit1')
    await expect.poll(() => zoom.textContent()).toBe('100%')
  })

  test('a reload shows the same part of the canvas', async () => {
    await her.canvas.focus()
    await her.page.keyboard.press('-')
    const box = () => her.page.locator('.world > .node').boundingBox()
    const before = await box()
    await her.page.reload()
    await expect.poll(box).toEqual(before)
  })

  test('the panel moves by its title bar and stays within reach', async () => {
    const window = her.page.locator('.panel')
    const before = await window.boundingBox()
    await her.page.mouse.move(before!.x + 100, before!.y + 20)
    await her.page.mouse.down()
    await her.page.mouse.move(before!.x - 200, before!.y + 70, { steps: 3 })
    await her.page.mouse.up()
    expect(await window.boundingBox()).toMatchObject({ x: before!.x - 300, y: before!.y + 50 })
    await her.page.mouse.move(before!.x - 200, before!.y + 70)
    await her.page.mouse.down()
    await her.page.mouse.move(5, 2000, { steps: 3 })
    await her.page.mouse.up()
    expect((await window.boundingBox())!.y).toBeLessThan(900 - 40)
  })

  test('what is typed in the panel stays in the panel', async () => {
    await her.brief.fill('')
    await her.brief.pressSequentially('fnf f')
    await her.page.keyboard.press('Backspace')
    await her.page.keyboard.press('Delete')
    expect(await her.frames()).toHaveLength(1)
    await her.canvas.click({ position: { x: 20, y: 700 } })
    await her.page.keyboard.press('f')
    await expect.poll(async () => (await her.frames()).length).toBe(2)
    expect(await her.brief.inputValue()).toBe('fnf ')
  })

  test('a picture larger than Figma takes comes in smaller, in its shape', async () => {
    await her.dropFile('Wide.png', 'image/png', await flatPicture(8192, 512))
    await expect
      .poll(async () => (await her.frames())[1])
      .toMatchObject({
        name: 'Wide',
        width: 4096,
        height: 256,
      })
  })

  test('a file that is no picture is said in words', async () => {
    await her.dropFile('notes.txt', 'text/plain', new TextEncoder().encode('hello'))
    await her.page.getByRole('alert').getByText('“notes.txt” is not a picture').waitFor()
    expect(await her.frames()).toHaveLength(1)
  })

  test('reset asks, clears the canvas and stays connected', async () => {
    await her.page.getByRole('button', { name: 'Reset…' }).click()
    await her.page.getByRole('button', { name: 'Cancel' }).click()
    expect(await her.frames()).toHaveLength(1)
    await her.page.getByRole('button', { name: 'Reset…' }).click()
    await her.page.getByRole('button', { name: 'Clear the canvas' }).click()
    await her.page.getByText('Your drafts will stand here').waitFor()
    await her.panel.getByText('Connected').waitFor()
    expect(await her.frames()).toEqual([])
    await expect.poll(her.keptPictures).toEqual([])
  })

  test('a document that cannot be read is put aside, in words, and a new one starts', async () => {
    await expect.poll(async () => (await her.keptPictures()).length).toBe(1)
    await her.page.goto('about:blank')
    await her.page.goto(`${studio.origin}/healthz`)
    await her.page.evaluate(
      () =>
        new Promise<void>((resolve) => {
          const opening = indexedDB.open('maquette-studio')
          opening.onsuccess = () => {
            const writing = opening.result.transaction('document', 'readwrite')
            writing.objectStore('document').put({ version: 99 }, 'snapshot')
            writing.oncomplete = () => {
              opening.result.close()
              resolve()
            }
          }
        }),
    )
    await her.page.goto(studio.origin)
    await her.page.getByText('Your last canvas could not be read').waitFor()
    await her.panel.getByText('Connected').waitFor()
    expect(await her.frames()).toEqual([])
  })
})

test('the theme goes round and reaches the panel', async () => {
  const panelTheme = () => her.panelFrame().evaluate(() => document.documentElement.className)
  expect(await panelTheme()).toBe('figma-light')
  await her.page.getByRole('button', { name: 'Theme: as the system' }).click()
  await her.page.getByRole('button', { name: 'Theme: light' }).click()
  await expect.poll(panelTheme).toBe('figma-dark')
  await her.page.reload()
  await her.panel.getByText('Connected').waitFor()
  expect(await panelTheme()).toBe('figma-dark')
})

test('the corner of the panel resizes it, and the next opening remembers', async () => {
  const window = her.page.locator('.panel')
  const before = (await window.boundingBox())!
  const corner = { x: before.x + before.width - 5, y: before.y + before.height - 5 }
  await her.page.mouse.move(corner.x, corner.y)
  await her.page.mouse.down()
  await her.page.mouse.move(corner.x - 20, corner.y - 60, { steps: 4 })
  await her.page.mouse.move(corner.x + 10, corner.y - 100, { steps: 4 })
  await her.page.mouse.up()
  const height = async () => (await window.boundingBox())!.height
  await expect.poll(height).toBeCloseTo(before.height - 105, -1)
  expect((await window.boundingBox())!.width).toBeCloseTo(before.width + 5, -1)
  const resized = await height()
  await her.page.getByRole('button', { name: 'Close the panel' }).click()
  await her.page.getByRole('button', { name: 'Open Maquette' }).click()
  await expect.poll(height).toBe(resized)
})

test('what the document says is turned lies so on the canvas, and is touched there', async () => {
  await her.dropFile('Photo.png', 'image/png', await flatPicture(600, 200))
  await expect.poll(async () => (await her.keptPictures()).length).toBe(1)
  const [photo] = await her.frames()
  await her.page.goto(`${studio.origin}/healthz`)
  await her.page.evaluate(
    (id) =>
      new Promise<void>((resolve) => {
        const opening = indexedDB.open('maquette-studio')
        opening.onsuccess = () => {
          const documents = opening.result
            .transaction('document', 'readwrite')
            .objectStore('document')
          const reading = documents.get('snapshot')
          reading.onsuccess = () => {
            const snapshot = reading.result as { nodes: { id: string; properties: object }[] }
            const nodes = snapshot.nodes.map((node) =>
              node.id === id
                ? { ...node, properties: { ...node.properties, axes: [0, 1, -1, 0] } }
                : node,
            )
            documents.put({ ...snapshot, nodes }, 'snapshot')
            documents.transaction.oncomplete = () => {
              opening.result.close()
              resolve()
            }
          }
        }
      }),
    photo!.id,
  )
  await her.page.goto(studio.origin)
  await her.panel.getByText('Connected').waitFor()
  const drawn = her.page.locator(`[data-node="${photo!.id}"]`)
  const box = (await drawn.boundingBox())!
  expect(box.height / box.width).toBeCloseTo(3, 1)
  await her.page.mouse.click(box.x + box.width / 2, box.y + box.height - 2)
  const outline = (await her.page.locator('.selection .outline').boundingBox())!
  expect(outline.height / outline.width).toBeCloseTo(3, 1)
  await expect.poll(() => her.page.locator('.size').textContent()).toBe('200 × 600')
})
