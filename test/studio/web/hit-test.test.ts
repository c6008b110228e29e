import { describe, expect, test } from 'vitest'
import { caughtBy, deepestAt, topmostAt } from '../../../server/studio/web/canvas/hit-test.ts'
import { placedItems } from '../../../server/studio/web/canvas/placed-items.ts'
import { sceneItem } from './scene-item.ts'

const inner = sceneItem('inner', { x: 10, y: 10, width: 20, height: 20 })
const below = sceneItem('below', { x: 0, y: 0, width: 100, height: 100 }, { children: [inner] })
const above = sceneItem('above', { x: 50, y: 50, width: 100, height: 100 })
const nodes = [below, above]

describe('touching the page', () => {
  test('what lies on top is touched, edges included', () => {
    expect(topmostAt(nodes, { x: 60, y: 60 })?.id).toBe('above')
    expect(topmostAt(nodes, { x: 15, y: 15 })?.id).toBe('below')
    expect(topmostAt(nodes, { x: 150, y: 150 })?.id).toBe('above')
    expect(topmostAt(nodes, { x: 151, y: 150 })).toBeNull()
  })

  test('hidden and locked nodes let the hand through', () => {
    expect(topmostAt([below, { ...above, locked: true }], { x: 60, y: 60 })?.id).toBe('below')
    expect(topmostAt([below, { ...above, visible: false }], { x: 60, y: 60 })?.id).toBe('below')
  })

  test('a double click reaches what is inside', () => {
    expect(deepestAt(nodes, { x: 15, y: 15 })?.id).toBe('inner')
    expect(deepestAt(nodes, { x: 45, y: 45 })?.id).toBe('below')
  })

  test('a marquee catches what it overlaps, not what it only touches', () => {
    expect(caughtBy(nodes, { x: 90, y: 90, width: 5, height: 5 })).toEqual(['below', 'above'])
    expect(caughtBy(nodes, { x: 100, y: 0, width: 50, height: 50 })).toEqual([])
    expect(
      caughtBy([{ ...below, locked: true }, above], { x: 0, y: 0, width: 500, height: 500 }),
    ).toEqual(['above'])
  })

  test('nested nodes are placed on the page', () => {
    const moved = { ...below, x: 200, y: 300 }
    expect(placedItems([moved]).map(({ item, bounds }) => [item.id, bounds])).toEqual([
      ['below', { x: 200, y: 300, width: 100, height: 100 }],
      ['inner', { x: 210, y: 310, width: 20, height: 20 }],
    ])
  })
})

describe('what is turned', () => {
  const child = sceneItem('child', { x: 0, y: 0, width: 20, height: 10 })
  const turned = sceneItem(
    'turned',
    { x: 100, y: 100, width: 80, height: 20 },
    { axes: [0, 1, -1, 0], children: [child] },
  )

  test('is touched where it lies', () => {
    expect(topmostAt([turned], { x: 110, y: 30 })?.id).toBe('turned')
    expect(topmostAt([turned], { x: 150, y: 110 })).toBeNull()
    expect(deepestAt([turned], { x: 105, y: 95 })?.id).toBe('child')
    expect(caughtBy([turned], { x: 0, y: 0, width: 105, height: 30 })).toEqual(['turned'])
  })

  test('has the box around it as bounds', () =>
    expect(placedItems([turned]).map(({ bounds }) => bounds)).toEqual([
      { x: 100, y: 20, width: 20, height: 80 },
      { x: 100, y: 80, width: 10, height: 20 },
    ]))
})
