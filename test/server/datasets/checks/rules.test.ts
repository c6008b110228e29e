import * as v from 'valibot'
import { describe, expect, it } from 'vitest'
import type { CheckCode } from '../../../../shared/contract/index.ts'
import { FileId } from '../../../../shared/ids.ts'
import { FIRST_STYLE } from '../../../../shared/first-style.ts'
import type { Look } from '../../../../server/datasets/checks/pixels/look.ts'
import type { CheckInput, CheckedPiece } from '../../../../server/datasets/checks/rules/check.ts'
import { runChecks } from '../../../../server/datasets/checks/run-checks.ts'
import { DOCUMENT, pieceId } from '../open-dataset.ts'

const FILE = v.parse(FileId, '0'.repeat(64))

/** An outline that is another one for each number. */
const outline = (number: number) =>
  Array.from({ length: 576 }, (_, at) => ((at * (number + 3)) % 7 < 3 ? '1' : '0')).join('')
const look = (number: number, changes: Partial<Look> = {}): Look => ({
  background: [(number * 37) % 100, 0, 0],
  subject: {
    bounds: { x: 0.2, y: 0.2, w: 0.5, h: 0.6 },
    area: 0.3,
    touches: [],
    outline: outline(number),
  },
  blur: 0.3,
  ...changes,
})

const SUBJECTS =
  'fox bear wolf hen owl cat dog pig cow ant bee elk emu gnu yak jay kid boy man'.split(' ')
const piece = (number: number, changes: Partial<CheckedPiece> = {}): CheckedPiece =>
  ({
    id: pieceId(number),
    number,
    name: `figurine_${String(number).padStart(2, '0')}`,
    file: FILE,
    pixels: FILE,
    caption: `a nua_figurine_style ${SUBJECTS[number] ?? ''} ${number} that ${number % 2 ? 'runs' : 'sits'} on ${number}`,
    provenance: { type: 'frame', document: DOCUMENT, node: '1:2', render: FILE },
    consent: 'own-work',
    aiShare: 0,
    heldOut: false,
    marks: [],
    enlarged: 1,
    padding: 0,
    use: 'train',
    look: look(number),
    texts: [],
    ...changes,
  }) as CheckedPiece

const good = (count = 17): CheckedPiece[] => Array.from({ length: count }, (_, at) => piece(at + 1))
/** Good pieces, but for the first ones. */
const but = (...changes: readonly Partial<CheckedPiece>[]): CheckedPiece[] =>
  good().map((one, at) => ({ ...one, ...changes[at] }))

const run = (pieces: readonly CheckedPiece[], more: Partial<CheckInput> = {}) =>
  runChecks({ style: FIRST_STYLE, pieces: [...pieces], alike: [], references: [], ...more })
const told = (...given: Parameters<typeof run>) =>
  run(...given).map(({ code, level, pieces }) => [code, level, pieces.map(({ name }) => name)])

const word = (text: string) => ({ text, box: { x: 0, y: 0, w: 9, h: 9 }, confidence: 0.9 })
const subject = (changes: Partial<NonNullable<Look['subject']>>) =>
  look(1, { subject: { ...look(1).subject!, ...changes } })

describe('the rules', () => {
  it('find nothing in a good dataset', () => {
    expect(run(good())).toEqual([])
  })

  const FIRST = ['figurine_01']
  it.each<[string, CheckedPiece[], CheckCode, 'blocking' | 'warning', string[]]>([
    ['four pieces', good(4), 'count', 'blocking', []],
    ['fourteen pieces', good(14), 'count', 'warning', []],
    ['a caption of spaces', but({ caption: '  ' }), 'missing-caption', 'blocking', FIRST],
    [
      'a caption without the trigger',
      but({ caption: 'a fox that runs in the wood' }),
      'trigger',
      'blocking',
      FIRST,
    ],
    [
      'a trigger in another word',
      but({ caption: 'a nua_figurine_styles fox that runs' }),
      'trigger',
      'blocking',
      FIRST,
    ],
    [
      'the trigger twice',
      but({ caption: 'a nua_figurine_style fox, NUA_FIGURINE_STYLE at night' }),
      'trigger',
      'warning',
      FIRST,
    ],
    [
      'a short caption',
      but({ caption: 'a nua_figurine_style fox' }),
      'caption-length',
      'warning',
      FIRST,
    ],
    [
      'a long caption',
      but({
        caption: `a nua_figurine_style fox ${Array.from({ length: 60 }, (_, at) => `word${at}`).join(' ')}`,
      }),
      'caption-length',
      'warning',
      FIRST,
    ],
    ['a part of a draft', but({ aiShare: 0.06 }), 'ai-share', 'blocking', FIRST],
    ['a piece that nobody may train on', but({ use: 'no-consent' }), 'consent', 'warning', FIRST],
    ['a blurred piece', but({ look: look(1, { blur: 0.6 }) }), 'blur', 'warning', FIRST],
    ['an enlarged piece', but({ enlarged: 1.6 }), 'enlarged', 'warning', FIRST],
    [
      'a figurine at the edge',
      but({ look: subject({ touches: ['bottom'] }) }),
      'cut-off',
      'warning',
      FIRST,
    ],
    ['a tiny figurine', but({ look: subject({ area: 0.05 }) }), 'subject-size', 'warning', FIRST],
    ['a huge figurine', but({ look: subject({ area: 0.9 }) }), 'subject-size', 'warning', FIRST],
    ['a padded piece', but({ padding: 0.4 }), 'padding', 'warning', FIRST],
    [
      'a piece that had transparency',
      but({ marks: ['flattened'] }),
      'transparency',
      'warning',
      FIRST,
    ],
    [
      'words that two detectors read',
      but({ texts: [[word('SALE')], [word('sale')]] }),
      'text-left',
      'blocking',
      FIRST,
    ],
    [
      'words that two detectors read in two places',
      but({
        texts: [[word('SALE')], [{ ...word('CON'), box: { x: 700, y: 700, w: 90, h: 30 } }]],
      }),
      'text-left',
      'warning',
      FIRST,
    ],
    [
      'words that one detector reads',
      but({ texts: [[], [word('sale')]] }),
      'text-left',
      'warning',
      FIRST,
    ],
  ])('find %s', (_, pieces, code, level, names) => {
    expect(told(pieces)).toEqual([[code, level, names]])
  })

  it.each<[string, CheckedPiece[]]>([
    ['a number on a shirt', but({ texts: [[word('7')], [word('·')]] })],
    [
      'pieces that are left out',
      but({ use: 'held-out', caption: '', aiShare: 1, look: look(1, { blur: 1 }) }),
    ],
    ['pictures that nobody could look at', but({ look: null })],
    [
      'a phrase of the template',
      good().map((one) => ({ ...one, caption: `${one.caption}, flat illustration style` })),
    ],
  ])('leave %s alone', (_, pieces) => {
    expect(told(pieces)).toEqual([])
  })

  it('find a phrase that nearly all captions have and the template has not', () => {
    const pieces = good().map((one, at) =>
      at < 14 ? { ...one, caption: `${one.caption}, hand-made with soft clay` } : one,
    )
    const [found, ...rest] = run(pieces)
    expect(rest).toEqual([])
    expect(found).toMatchObject({
      code: 'repeated-phrase',
      title: '14 of 17 captions say "hand-made with soft clay".',
    })
    const few = pieces.map((one, at) => (at < 4 ? good()[at]! : one))
    expect(run(few)).toEqual([])
  })

  it('find captions that several pieces share', () => {
    const caption = 'a nua_figurine_style woman that waves at us'
    const shared = good().map((one, at) => (at < 4 ? { ...one, caption } : one))
    expect(told(shared)).toEqual([
      [
        'identical-captions',
        'warning',
        ['figurine_01', 'figurine_02', 'figurine_03', 'figurine_04'],
      ],
    ])
    expect(told(shared.map((one, at) => (at === 3 ? piece(4) : one)))).toEqual([])
  })

  it('find one background behind most pieces, and one view in most captions or outlines', () => {
    const common = good().map((one, at) => ({
      ...one,
      look: look(at, { background: [90, 2, at / 4] }),
    }))
    expect(told(common).map(([code]) => code)).toEqual(['same-background'])
    const views = good().map((one, at) =>
      at < 10 ? { ...one, caption: `${one.caption}, ${at < 8 ? 'front' : 'side'} view` } : one,
    )
    expect(run(views)).toMatchObject([
      { code: 'same-view', title: '8 of 10 captions that name a view say it is from the front.' },
    ])
    const stiff = good().map((one, at) => ({
      ...one,
      look: { ...look(at), subject: { ...look(at).subject!, outline: outline(at < 13 ? 2 : 3) } },
    }))
    expect(run(stiff)).toMatchObject([
      { code: 'same-view', title: '13 of 17 figurines stand in the same outline.' },
    ])
  })

  it('find copies, say of what, and that an exam would not be fair', () => {
    const pair = { one: pieceId(1), other: pieceId(2) }
    const alike = [{ ...pair, kind: 'same', mirrored: true } as const]
    expect(run(good(), { alike })).toMatchObject([
      {
        code: 'near-duplicate',
        level: 'blocking',
        pieces: [{ id: pieceId(2), note: 'A mirror image of figurine_01.', other: pieceId(1) }],
      },
    ])
    const nearly = [{ ...pair, kind: 'alike', mirrored: false } as const]
    expect(run(good(), { alike: nearly })).toMatchObject([{ level: 'warning' }])
    expect(run(but({ use: 'held-out' }), { alike })[0]?.pieces[0]?.note).toContain('exam')
    expect(run(but({ use: 'held-out' }, { use: 'held-out' }), { alike })).toEqual([])
  })

  it('find a customer’s photo, and are milder about a picture that was followed', () => {
    const shown = (use: 'likeness' | 'follow') =>
      told(good(), { references: [{ piece: pieceId(3), kind: 'alike', use }] })
    expect(shown('likeness')).toEqual([['customer-photo', 'blocking', ['figurine_03']]])
    expect(shown('follow')).toEqual([['customer-photo', 'warning', ['figurine_03']]])
  })

  it('accept what is marked so in all its pieces, and tell it all the same', () => {
    const marked = { aiShare: 0.5, marks: ['trainAnyway'] } satisfies Partial<CheckedPiece>
    expect(run(but(marked))).toMatchObject([{ code: 'ai-share', accepted: true }])
    expect(run(but(marked, { aiShare: 0.5 }))).toMatchObject([
      { code: 'ai-share', accepted: false },
    ])
    expect(run(good(4))).toMatchObject([{ code: 'count', accepted: false }])
  })

  it('say what, why, how to mend it and whose rule it is', () => {
    const all = run(
      but(
        { caption: '', aiShare: 1, look: look(1, { blur: 1 }), enlarged: 9, padding: 1 },
        { texts: [[word('SALE')], [word('SALE')]], marks: ['flattened'] },
      ).slice(0, 4),
    )
    expect(all.length).toBeGreaterThan(7)
    for (const { title, why, fix, source } of all)
      for (const words of [title, why, fix, source]) expect(words).toMatch(/^\S.{8,}$/)
  })
})
