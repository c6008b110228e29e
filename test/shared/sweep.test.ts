import * as v from 'valibot'
import { describe, expect, it } from 'vitest'
import { StyleId } from '../../shared/ids.ts'
import { FileId } from '../../shared/ids.ts'
import type { Axis, SweepBase } from '../../shared/sweep.ts'
import { Axis as AxisSchema, cellsOf } from '../../shared/sweep.ts'

const base: SweepBase = {
  style: v.parse(StyleId, 'nua'),
  brief: 'a cat in a cape',
  settings: { aspectRatio: '1:1', format: 'png', steps: 28, guidance: 3, loraScale: 1, seed: 7 },
  reference: { file: v.parse(FileId, 'a'.repeat(64)), use: 'follow', strength: 0.8 },
}
const words: Axis = { setting: 'words', values: ['a cat in a red cape', 'a cat in a blue cape'] }
const strengths: Axis = { setting: 'loraScale', values: [0, 0.8] }

describe('a sweep', () => {
  it('has a cell for each pair, row by row, and changes nothing else', () => {
    const cells = cellsOf({
      base,
      columns: strengths,
      rows: { setting: 'guidance', values: [2, 3, 4] },
    })
    expect(cells.map(({ row, column }) => [row, column])).toEqual([
      [0, 0],
      [0, 1],
      [1, 0],
      [1, 1],
      [2, 0],
      [2, 1],
    ])
    expect(cells.at(-1)?.request).toEqual({
      ...base,
      settings: { ...base.settings, loraScale: 0.8, guidance: 4 },
    })
  })

  it('takes its words from whole briefs', () =>
    expect(
      cellsOf({ base, columns: words, rows: strengths }).map(({ request }) => [
        request.brief,
        request.settings.loraScale,
      ]),
    ).toEqual([
      ['a cat in a red cape', 0],
      ['a cat in a blue cape', 0],
      ['a cat in a red cape', 0.8],
      ['a cat in a blue cape', 0.8],
    ]))

  it.each<[Axis, object]>([
    [{ setting: 'seed', values: [3] }, { settings: { ...base.settings, seed: 3 } }],
    [{ setting: 'steps', values: [9] }, { settings: { ...base.settings, steps: 9 } }],
    [
      { setting: 'aspectRatio', values: ['4:5'] },
      { settings: { ...base.settings, aspectRatio: '4:5' } },
    ],
    [{ setting: 'strength', values: [0.3] }, { reference: { ...base.reference, strength: 0.3 } }],
    [{ setting: 'version', values: ['me/nua'] }, { version: 'me/nua' }],
    [
      { setting: 'subject', values: [{ brief: 'a dog', seed: 5 }] },
      { brief: 'a dog', settings: { ...base.settings, seed: 5 } },
    ],
  ])('goes along %j', (axis, changes) =>
    expect(cellsOf({ base, columns: axis, rows: null })[0]?.request).toMatchObject(changes),
  )

  it('has no strength of a reference without one', () => {
    const alone: SweepBase = { style: base.style, brief: base.brief, settings: base.settings }
    expect(
      cellsOf({ base: alone, columns: { setting: 'strength', values: [0.3] }, rows: null })[0]
        ?.request,
    ).not.toHaveProperty('reference')
  })
})

it.each([
  { setting: 'loraScale', values: [] },
  { setting: 'loraScale', values: [9] },
  { setting: 'seed', values: [-1] },
  { setting: 'strength', values: [2] },
  { setting: 'aspectRatio', values: ['7:1'] },
  { setting: 'mood', values: ['sad'] },
])('%j is no axis', (axis) => expect(v.is(AxisSchema, axis)).toBe(false))
