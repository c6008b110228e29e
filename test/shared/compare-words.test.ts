import { expect, it } from 'vitest'
import { compareWords } from '../../shared/compare-words.ts'

const hints = {
  name: 'Cook',
  component: '',
  layers: ['red cape', 'glasses', 'body 2'],
  properties: [
    { name: 'Hat', value: 'Yes' },
    { name: 'Beard', value: 'No' },
  ],
  texts: ['For Anna'],
}

it.each([
  ['agrees', 'a cook with a red cape, glasses and a hat', [], []],
  ['names what no layer has', 'a cook with a red cape, a glass, hats and a dog', ['dog'], []],
  ['does not name what a layer is', 'cook with glasses', [], ['red', 'cape', 'hat']],
  ['says what its brief or its label says', 'smiling anna, cook, red cape, glasses, hat', [], []],
  ['has what the switch says is not there', 'cook, red cape, glasses, hat, beard', ['beard'], []],
])('a caption that %s', (_, caption, unseen, unsaid) => {
  expect(compareWords(caption, hints, 'a smiling cook')).toEqual({ unseen, unsaid })
})

it('is not held against layers that nobody has named', () => {
  const unnamed = { ...hints, layers: ['cape'], properties: [] }
  expect(compareWords('a dog', unnamed, '')).toEqual({ unseen: [], unsaid: [] })
})
