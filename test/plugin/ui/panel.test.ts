import type { FrameLocator, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest'
import { newForm } from '../../../plugin/ui/draft/new-form.ts'
import { FIRST_STYLE } from '../../../shared/first-style.ts'
import type { Recipe } from '../../../shared/recipe.ts'
import type { Script } from '../../fakes/scripted-canvas.ts'
import { startProxy } from '../../server/start-proxy.ts'
import { DOCUMENT } from './open-desk.ts'
import type { Stage } from './stage/create-stage.ts'
import { createStage } from './stage/create-stage.ts'
import { eventually } from './eventually.ts'

const BRIEF = 'woman with glasses and curly hair wearing a superhero cape'
const ATTACK = '</script><img src=x onerror="parent.attacked = true">'

let stage: Stage
beforeAll(async () => {
  stage = await createStage()
})
afterAll(() => stage.close())

const open = async (script: Partial<Script> = {}) => {
  const proxy = await startProxy()
  const shown = await stage.open({
    port: proxy.port,
    script: { document: DOCUMENT, token: proxy.proxy.token, ...script },
  })
  onTestFinished(() => shown.page.close())
  return { proxy, ...shown }
}

const status = (panel: FrameLocator) => panel.getByRole('status', { name: 'Proxy' })
const brief = (panel: FrameLocator) => panel.getByRole('textbox', { name: 'Brief', exact: true })
const prompt = (panel: FrameLocator) =>
  panel.getByRole('group', { name: 'Prompt' }).getByRole('paragraph')
const draftButton = (panel: FrameLocator) => panel.getByRole('button', { name: /^Draft \d/ })
const canvasState = (page: Page) =>
  page.evaluate(() => ({
    ...globalThis.canvas.state,
    frames: globalThis.canvas.state.frames.map(({ job, index, recipe }) => ({
      job,
      index,
      recipe,
    })),
  }))
/** Selects a draft, as the main thread tells it. */
const select = (page: Page, recipe: Recipe) =>
  page.evaluate((recipe) => {
    const { width, height, brief: name } = recipe
    const first = { node: '1:2', name, width, height }
    globalThis.canvas.select({
      count: 1,
      first,
      recipe,
      placeholder: null,
      layers: [
        {
          ...first,
          recipe,
          mark: null,
          role: 'draft',
          board: null,
          finishedOf: null,
          lostFinished: null,
        },
      ],
    })
  }, recipe)

test('a brief and Ctrl+Enter make four drafts', async () => {
  const { page, panel } = await open()
  await status(panel).getByText('Connected').waitFor()
  await page.keyboard.type(BRIEF)
  expect(await prompt(panel).textContent()).toBe(
    `a nua_figurine_style chibi figurine of ${BRIEF}, stylized proportions, pastel earth tones, flat illustration style, circular grass base`,
  )
  expect(await draftButton(panel).textContent()).toMatch(/free · 1024 × 1024 · about \d/)
  await page.keyboard.press('Control+Enter')
  await panel.getByText('4 drafts on the canvas').waitFor()
  expect((await canvasState(page)).frames.map(({ recipe }) => recipe?.brief)).toEqual(
    Array(4).fill(BRIEF),
  )
  await panel.getByRole('button', { name: 'Picture 3: show on the canvas' }).click()
  await eventually(async () =>
    expect((await canvasState(page)).revealed.map(({ index }) => index)).toEqual([2]),
  )
})

test('Enter that ends a composition, or repeats, does not press the button', async () => {
  const { page, panel } = await open()
  await status(panel).getByText('Connected').waitFor()
  await brief(panel).fill(BRIEF)
  const enter = (options: KeyboardEventInit) =>
    brief(panel).dispatchEvent('keydown', { key: 'Enter', ctrlKey: true, ...options })
  await enter({ isComposing: true })
  await enter({ repeat: true })
  await enter({ ctrlKey: false })
  expect((await canvasState(page)).calls).not.toContain('reserve')
  await enter({})
  await eventually(async () => expect((await canvasState(page)).calls).toContain('reserve'))
})

test('the form comes back as it was left, half-typed brief included', async () => {
  const form = { ...newForm(FIRST_STYLE), brief: 'a half-typed', count: 2, format: 'jpg' as const }
  const { page, panel } = await open({ form })
  await status(panel).getByText('Connected').waitFor()
  expect(await brief(panel).inputValue()).toBe('a half-typed')
  expect(await draftButton(panel).textContent()).toMatch(/^Draft 2 pictures/)
  expect(await panel.getByRole('combobox', { name: 'Format' }).inputValue()).toBe('jpg')
  await page.keyboard.press('End')
  await page.keyboard.type(' brief')
  await eventually(async () =>
    expect((await canvasState(page)).form?.brief).toBe('a half-typed brief'),
  )
})

const recipe = (words: string): Recipe => ({
  job: `job_${'0'.repeat(20)}` as Recipe['job'],
  index: 0,
  document: DOCUMENT,
  brief: words,
  prompt: words,
  style: { id: FIRST_STYLE.id, name: words },
  version: null,
  engine: 'sample',
  settings: { aspectRatio: '4:5', format: 'png', steps: 20, guidance: 4, loraScale: 1, seed: 42 },
  reference: null,
  parent: null,
  file: '0'.repeat(64) as Recipe['file'],
  width: 896,
  height: 1088,
  createdAt: '2026-01-01T00:00:00.000Z',
  cost: { usd: 0, estimate: false },
})

test('a selected draft shows its recipe and never overwrites a half-typed brief unasked', async () => {
  const { page, panel } = await open()
  await status(panel).getByText('Connected').waitFor()
  await brief(panel).fill('a half-typed')
  await select(page, recipe('a knight'))
  await panel.getByText('Recipe', { exact: true }).click()
  expect(await panel.getByRole('definition').allTextContents()).toContain('42')
  await panel.getByRole('button', { name: '…with this seed' }).click()
  expect(await brief(panel).inputValue()).toBe('a half-typed')
  await panel.getByRole('button', { name: 'Replace' }).click()
  expect(await brief(panel).inputValue()).toBe('a knight')
  await eventually(async () =>
    expect((await canvasState(page)).form).toMatchObject({
      brief: 'a knight',
      aspectRatio: '4:5',
      steps: 20,
      seed: { locked: true, value: 42 },
    }),
  )
})

test('words from people and files are shown as words', async () => {
  const { page, panel } = await open({
    form: { ...newForm(FIRST_STYLE), brief: ATTACK },
    launch: { command: 'draft', brief: `${ATTACK} again` },
  })
  await status(panel).getByText('Connected').waitFor()
  await panel.getByText(`${ATTACK} again`).waitFor()
  await select(page, recipe(ATTACK))
  await panel.getByText('Recipe', { exact: true }).click()
  await page.keyboard.press('Control+Enter')
  await panel.getByText('4 drafts on the canvas').waitFor()
  expect(await panel.locator('img[src="x"]').count()).toBe(0)
  expect(await page.evaluate(() => 'attacked' in globalThis)).toBe(false)
})

test('every control has a name', async () => {
  const { page, panel } = await open()
  await status(panel).getByText('Connected').waitFor()
  await brief(panel).fill(BRIEF)
  await page.keyboard.press('Control+Enter')
  await panel.getByText('4 drafts on the canvas').waitFor()
  await select(page, recipe('a knight'))
  await panel.getByText('Recipe', { exact: true }).click()
  await panel.getByText('More', { exact: true }).click()
  const nameless = async () => {
    const tree = await panel.locator('body').ariaSnapshot()
    return tree
      .split('\n')
      .filter((line) =>
        /- (button|textbox|combobox|slider|spinbutton|radio|tab|searchbox|dialog|progressbar)\b(?! ")/.test(
          line,
        ),
      )
  }
  expect(await nameless()).toEqual([])
  await panel.getByRole('button', { name: 'Edit style' }).click()
  await panel.getByRole('dialog').waitFor()
  expect(await nameless()).toEqual([])
  await page.keyboard.press('Escape')
  await panel.getByRole('tab', { name: 'Settings' }).click()
  expect(await nameless()).toEqual([])
})

test('Esc closes what is open first, and then the plugin', async () => {
  const { page, panel } = await open()
  await status(panel).getByText('Connected').waitFor()
  await panel.getByRole('button', { name: 'History' }).click()
  await panel.getByRole('dialog', { name: 'History' }).waitFor()
  await page.keyboard.press('Escape')
  await panel.getByRole('dialog').waitFor({ state: 'detached' })
  await panel.getByText('More', { exact: true }).click()
  await panel.getByRole('slider', { name: 'Steps' }).focus()
  await page.keyboard.press('Escape')
  expect(await panel.getByRole('slider').count()).toBe(0)
  expect((await canvasState(page)).isClosed).toBe(false)
  await page.keyboard.press('Escape')
  await eventually(async () => expect((await canvasState(page)).isClosed).toBe(true))
})

test('the window is resized by the keyboard, too', async () => {
  const { page, panel } = await open()
  await status(panel).getByText('Connected').waitFor()
  await panel.getByRole('button', { name: /^Resize the window/ }).press('a')
  expect((await canvasState(page)).calls).not.toContain('resize')
  await panel.getByRole('button', { name: /^Resize the window/ }).press('ArrowRight')
  await eventually(async () => expect((await canvasState(page)).calls).toContain('resize'))
})

test('the token is pasted once, kept, and forgotten when she says so', async () => {
  const { proxy, page, panel } = await open({ token: null })
  await status(panel).getByText('Token needed').waitFor()
  await panel.getByRole('button', { name: 'Open Settings' }).click()
  await panel.getByLabel('Paste the token').fill('wrong')
  await panel.getByRole('button', { name: 'Save', exact: true }).click()
  await status(panel).getByText('Token rejected').waitFor()
  await panel.getByLabel('Paste another token').fill(` ${proxy.proxy.token}\n`)
  await page.keyboard.press('Enter')
  await status(panel).getByText('Connected').waitFor()
  expect((await canvasState(page)).token).toBe(proxy.proxy.token)
  await panel.getByRole('button', { name: 'Forget token' }).click()
  await status(panel).getByText('Token needed').waitFor()
  expect((await canvasState(page)).token).toBeNull()
})

test('while the proxy is away she is told what to do, and when it is back the panel goes on', async () => {
  const { proxy, panel } = await open()
  await status(panel).getByText('Connected').waitFor()
  await brief(panel).fill(BRIEF)
  await proxy.stop()
  await status(panel).getByText('Not running').waitFor()
  await panel.getByText(/use the Figma desktop app/).waitFor()
  expect(await draftButton(panel).getAttribute('aria-disabled')).toBe('true')
  await startProxy({ port: proxy.port, data: proxy.data })
  await status(panel).getByText('Connected').waitFor()
  await draftButton(panel).click()
  await panel.getByText('4 drafts on the canvas').waitFor()
})
