import { describe, expect, it } from 'vitest'
import {
  buildCaption,
  captionTemplate,
  wordsFromHints,
  wordsOfCaption,
} from '../../shared/build-caption.ts'
import { FIRST_STYLE } from '../../shared/first-style.ts'

const NO_HINTS = { name: '', component: '', layers: [], properties: [], texts: [] }

describe('a caption', () => {
  it('is the style’s pattern up to the brief, for what comes after is the same in every picture', () => {
    expect(buildCaption(FIRST_STYLE, 'a knight')).toBe(
      'a nua_figurine_style chibi figurine of a knight',
    )
  })

  it.each([
    ['{trigger} toon of {brief}, flat', 'toonx toon of a cook'],
    ['{brief}, in the style of {trigger}, flat', 'a cook, in the style of toonx'],
    ['a drawing of {brief}', 'toonx, a drawing of a cook'],
    ['{brief}', 'toonx, a cook'],
  ])('has the trigger once: %s', (template, caption) => {
    const style = { template, trigger: 'toonx' }
    expect(buildCaption(style, 'a cook')).toBe(caption)
    expect(wordsOfCaption(style, caption)).toBe('a cook')
    expect(captionTemplate(style).match(/\{trigger\}/g)).toHaveLength(1)
  })

  it('is one line of plain text, whatever the words are', () => {
    expect(buildCaption(FIRST_STYLE, 'a\tknight\n\0 with {trigger} \ud800')).toMatch(
      /^a nua_figurine_style chibi figurine of a knight with \{trigger\}$/,
    )
  })

  it('that was written in another way is all words', () => {
    expect(wordsOfCaption(FIRST_STYLE, ' just a knight ')).toBe('just a knight')
  })
})

describe('words from the layers', () => {
  it.each([
    ['a name', { name: 'Anna the firefighter' }, 'anna the firefighter'],
    [
      'layers, each once, and not what the name says',
      {
        name: 'Cook with glasses',
        layers: ['glasses', 'White hat', 'white hat', 'spoon', 'apron'],
      },
      'cook with glasses with white hat, spoon and apron',
    ],
    [
      'a component and its properties',
      {
        component: 'Firefighter',
        name: 'Instance of Anna',
        properties: [
          { name: 'Hair', value: 'Curly' },
          { name: 'Glasses', value: 'Yes' },
          { name: 'Beard', value: 'No' },
          { name: 'Size', value: '2' },
          { name: 'Pose', value: 'waving pose' },
        ],
      },
      'firefighter with curly hair, glasses and waving pose',
    ],
    ['layers alone', { layers: ['red cape'] }, 'red cape'],
    ['nothing', {}, ''],
  ])('are from %s', (_, hints, words) => {
    expect(wordsFromHints({ ...NO_HINTS, ...hints })).toBe(words)
  })

  it('are not endless', () => {
    const layers = Array.from({ length: 60 }, (_, at) => `thing ${'x'.repeat(at + 3)}`)
    expect(wordsFromHints({ ...NO_HINTS, layers }).split(/,| and /)).toHaveLength(8)
  })
})
