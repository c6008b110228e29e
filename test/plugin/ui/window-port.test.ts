import { expect, test } from 'vitest'
import { createWindowPort } from '../../../plugin/ui/window-port.ts'

test('only the window around the panel is heard', () => {
  const panel = Object.assign(new EventTarget(), { parent: {} })
  const port = createWindowPort(panel as unknown as Window)
  const heard: unknown[] = []
  const stop = port.listen((message) => heard.push(message))
  const post = (source: unknown, data: unknown) =>
    panel.dispatchEvent(Object.assign(new Event('message'), { source, data }))
  post(panel.parent, { pluginMessage: 1 })
  post({}, { pluginMessage: 2 })
  post(null, { pluginMessage: 3 })
  post(panel.parent, 'other')
  post(panel.parent, null)
  stop()
  post(panel.parent, { pluginMessage: 4 })
  expect(heard).toEqual([1])
})
