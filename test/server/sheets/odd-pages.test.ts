import { beforeAll, describe, expect, it } from 'vitest'
import { cleanSheet } from '../../../server/sheets/clean-sheet.ts'
import type { Models } from '../../../server/sheets/text/open-models.ts'
import { openModels } from '../../../server/sheets/text/open-models.ts'
import { CELL_FLAGS } from '../../sheets/flagged.ts'
import { crowdedPage, scenePage, textPage, webPage } from '../../sheets/odd-pages.ts'

let models: Models
beforeAll(async () => {
  models = await openModels()
})

describe('a page that is no usual design sheet', { timeout: 60_000 }, () => {
  it('is told from one: a photo', async () => {
    const { flags, pieces } = await cleanSheet(models, await scenePage())
    expect(flags).toEqual(['photo'])
    expect(pieces).toMatchObject([{ flags: expect.arrayContaining(['text_on_figure']) as object }])
  })

  it('is told from one: a page of text', async () => {
    const { flags, pieces } = await cleanSheet(models, await textPage())
    expect(flags).toEqual(['mostly_text'])
    expect(pieces.every((piece) => piece.flags.some((flag) => CELL_FLAGS.has(flag)))).toBe(true)
  })

  it('is told from one: a page of the web', async () => {
    const { flags } = await cleanSheet(models, await webPage())
    expect(flags).toEqual(['mostly_text'])
  })

  it('may have thirty cells', async () => {
    const { flags, pieces } = await cleanSheet(models, await crowdedPage(6, 5))
    expect(flags).toEqual([])
    expect(pieces).toHaveLength(30)
    expect(pieces.every((piece) => piece.flags.every((flag) => flag === 'small'))).toBe(true)
  })
})
