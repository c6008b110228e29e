import { readFile } from 'node:fs/promises'
import { expect, it, onTestFinished, vi } from 'vitest'
import { createCodeHold } from '../../server/hold-code.ts'
import { MODEL_CODE } from '../../server/judgements/model-code.ts'
import { openModel } from '../../server/judgements/open-model.ts'
import { openTesseract } from '../../server/sheets/read/open-tesseract.ts'
import { TESSERACT_CODE } from '../../server/sheets/read/tesseract-code.ts'

/** What is compiled meanwhile. */
const compiledBy = async (open: () => Promise<unknown>): Promise<Buffer[]> => {
  const spy = vi.spyOn(WebAssembly, 'instantiate')
  onTestFinished(() => spy.mockRestore())
  await open()
  return spy.mock.calls.map(([code]) => Buffer.from(code as unknown as Uint8Array))
}

it.each([
  ['Tesseract', openTesseract, TESSERACT_CODE.wasm],
  ['the model of the judgements', openModel, MODEL_CODE],
])('holds the very code that %s runs, which its threads share', async (_, open, file) => {
  const compiled = await compiledBy(open)
  const bytes = await readFile(file)
  expect(compiled.map((code) => code.equals(bytes))).toEqual([true])
})

it('compiles once, however often it is asked', async () => {
  const hold = createCodeHold(MODEL_CODE)
  const [first, second] = await Promise.all([hold(), hold()])
  expect(first).toBe(second)
  expect(WebAssembly.Module.exports(first).length).toBeGreaterThan(100)
})
