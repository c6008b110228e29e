import * as v from 'valibot'
import { expect, test } from 'vitest'
import { createFormStore } from '../../../../plugin/ui/draft/form-store.ts'
import { newForm } from '../../../../plugin/ui/draft/new-form.ts'
import { DraftForm } from '../../../../shared/draft-form.ts'
import { FIRST_STYLE } from '../../../../shared/first-style.ts'
import { createManualClock } from '../../../fakes/manual-clock.ts'

const setUp = (brief = '') => {
  const clock = createManualClock()
  const saved: DraftForm[] = []
  const store = createFormStore({
    canvas: {
      saveForm: (form) => {
        saved.push(v.parse(DraftForm, form))
        return Promise.resolve(undefined)
      },
    },
    clock,
    initial: { ...newForm(FIRST_STYLE), brief },
    isKept: (text) => text === 'sent before',
    onError: (error) => {
      throw error
    },
  })
  return { clock, saved, ...store }
}

test('typing is kept once she pauses, and at once when the panel may close', () => {
  const { clock, saved, change, flush } = setUp()
  change({ brief: 'a' })
  clock.advance(399)
  change({ brief: 'ab' })
  clock.advance(399)
  expect(saved).toEqual([])
  clock.advance(1)
  expect(saved.map(({ brief }) => brief)).toEqual(['ab'])
  change({ brief: 'abc' })
  flush()
  flush()
  clock.advance(1000)
  expect(saved.map(({ brief }) => brief)).toEqual(['ab', 'abc'])
})

test('a half-typed brief is replaced only after she said so', () => {
  const { form, proposal, propose, answer } = setUp('half-typed')
  propose({ brief: 'another', steps: 40 })
  expect(form.value).toMatchObject({ brief: 'half-typed', steps: 28 })
  expect(proposal.value?.brief).toBe('another')
  answer(false)
  expect(form.value).toMatchObject({ brief: 'another', steps: 40 })
  expect(proposal.value).toBeNull()
})

test('"Keep mine" takes the settings and leaves the brief', () => {
  const { form, propose, answer } = setUp('half-typed')
  propose({ brief: 'another', steps: 40 })
  answer(true)
  expect(form.value).toMatchObject({ brief: 'half-typed', steps: 40 })
})

test.each(['', '   ', 'sent before', 'another'])(
  'nothing is asked when nothing would be lost: "%s"',
  (brief) => {
    const { form, proposal, propose } = setUp(brief)
    propose({ brief: 'another' })
    expect(proposal.value).toBeNull()
    expect(form.value.brief).toBe('another')
  },
)
