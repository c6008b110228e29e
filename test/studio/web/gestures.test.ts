import * as v from 'valibot'
import { describe, expect, test } from 'vitest'
import { createHost } from '../../../server/studio/host/create-host.ts'
import { Manifest } from '../../../server/studio/host/manifest.ts'
import { createGestures } from '../../../server/studio/web/canvas/gestures.ts'

/** Two frames of 100 px, 100 px apart, in a view whose top left corner is the canvas's origin. */
const setUp = (zoom = 1) => {
  const host = createHost({
    manifest: v.parse(Manifest, { id: 'test', name: 'Test', api: '1.0.0', editorType: ['figma'] }),
    rasterize: () => Promise.reject(new Error('not needed')),
  })
  const size = { width: 100, height: 100 }
  const left = host.person.addFrame({ name: 'Left', x: 0, y: 0, ...size })
  const right = host.person.addFrame({ name: 'Right', x: 200, y: 0, ...size })
  host.viewport.set({ x: 500 / zoom, y: 400 / zoom, zoom, width: 1000, height: 800 })
  const gestures = createGestures(host)
  const press = (x: number, y: number, more: { hand?: boolean; shift?: boolean } = {}) =>
    gestures.press({ screen: { x, y }, hand: false, shift: false, node: null, ...more })
  const click = (x: number, y: number, more: { shift?: boolean } = {}) => {
    press(x, y, more)
    gestures.release()
  }
  const drag = (x: number, y: number, shift = false) => gestures.drag({ x, y }, shift)
  const selection = () => host.scene().selection
  const at = (id: string) => {
    const node = host.person.node(id)
    return node === null ? null : [node.x, node.y]
  }
  return { host, gestures, left, right, press, click, drag, selection, at }
}

describe('selecting', () => {
  test('a click selects what it touches, and bare canvas selects nothing', () => {
    const { click, selection, left, right } = setUp()
    click(50, 50)
    expect(selection()).toEqual([left])
    click(250, 50)
    expect(selection()).toEqual([right])
    click(150, 50)
    expect(selection()).toEqual([])
  })

  test('Shift adds and takes away', () => {
    const { click, selection, left, right } = setUp()
    click(50, 50)
    click(250, 50, { shift: true })
    expect(selection()).toEqual([left, right])
    click(50, 50, { shift: true })
    expect(selection()).toEqual([right])
  })

  test('a click on one of many selects it alone', () => {
    const { host, click, selection, left, right } = setUp()
    host.person.select([left, right])
    click(250, 50)
    expect(selection()).toEqual([right])
  })

  test('a marquee selects what it touches; with Shift it adds', () => {
    const { press, drag, gestures, click, selection, left, right } = setUp()
    press(150, 150)
    drag(210, 50)
    expect(selection()).toEqual([right])
    drag(160, 50)
    expect(selection()).toEqual([])
    gestures.release()
    click(50, 50)
    press(150, 150, { shift: true })
    drag(210, 50, true)
    gestures.release()
    expect(selection()).toEqual([left, right])
  })

  test("a frame's name selects it, too", () => {
    const { gestures, selection, right } = setUp()
    gestures.press({ screen: { x: 250, y: -10 }, hand: false, shift: false, node: right })
    gestures.release()
    expect(selection()).toEqual([right])
  })
})

describe('moving', () => {
  test('a move is one edit, made when the hand lets go', () => {
    const { host, press, drag, gestures, at, left } = setUp()
    const depth = host.undoDepth()
    press(50, 50)
    drag(60, 50)
    drag(90, 75)
    expect(at(left)).toEqual([0, 0])
    gestures.release()
    expect(at(left)).toEqual([40, 25])
    expect(host.undoDepth()).toBe(depth + 1)
    host.person.undo()
    expect(at(left)).toEqual([0, 0])
  })

  test('all that is selected moves together, by whole canvas pixels at any zoom', () => {
    const { host, press, drag, gestures, at, left, right } = setUp(0.3)
    host.person.select([left, right])
    press(15, 15)
    drag(35, 15)
    gestures.release()
    expect([at(left), at(right)]).toEqual([
      [67, 0],
      [267, 0],
    ])
  })

  test('with Shift it stays on one axis', () => {
    const { press, drag, gestures, at, left } = setUp()
    press(50, 50)
    drag(90, 60, true)
    gestures.release()
    expect(at(left)).toEqual([40, 0])
  })

  test('a trembling hand only clicks', () => {
    const { host, press, drag, gestures, at, left } = setUp()
    const depth = host.undoDepth()
    press(50, 50)
    drag(52, 51)
    gestures.release()
    expect(at(left)).toEqual([0, 0])
    expect(host.undoDepth()).toBe(depth)
  })

  test('a canceled move changes nothing', () => {
    const { press, drag, gestures, at, left } = setUp()
    press(50, 50)
    drag(150, 50)
    gestures.cancel()
    gestures.release()
    expect(at(left)).toEqual([0, 0])
  })

  test('what was removed under the hand is let go', () => {
    const { host, press, drag, gestures, at, left, right } = setUp()
    host.person.select([left, right])
    press(50, 50)
    drag(80, 50)
    host.person.remove([left])
    gestures.release()
    expect([at(left), at(right)]).toEqual([null, [230, 0]])
  })

  test('a double click reaches into a frame, and what it reached moves alone', () => {
    const { host, gestures, press, drag, selection, at, left } = setUp()
    const inner = host.person.addFrame({
      name: 'Inner',
      x: 10,
      y: 10,
      width: 20,
      height: 20,
      parent: left,
    })
    gestures.reachInto({ x: 20, y: 20 })
    expect(selection()).toEqual([inner])
    press(20, 20)
    drag(40, 20)
    gestures.release()
    expect([at(inner), at(left)]).toEqual([
      [30, 10],
      [0, 0],
    ])
  })
})

test('the hand tool moves the view, not the page', () => {
  const { host, press, drag, gestures, selection } = setUp()
  press(50, 50, { hand: true })
  drag(80, 60)
  gestures.release()
  expect(host.viewport.get()).toMatchObject({ x: 470, y: 390 })
  expect(selection()).toEqual([])
})
