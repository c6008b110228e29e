import { expect, test } from 'vitest'
import { createTestHost, runSnippet } from '../create-test-host.ts'

const logsOf = async (code: string, host = createTestHost()): Promise<unknown[]> => {
  const run = await runSnippet(host, code)
  expect(run.errors).toEqual([])
  return run.logs.map(([first]) => first)
}

test('positions are kept from the container, and absolute ones from the page', async () => {
  const [bounds, transform, own] = await logsOf(`
    const section = figma.createSection()
    const frame = figma.createFrame()
    section.x = 100; frame.x = 20; frame.y = 7
    section.appendChild(frame)
    const child = figma.createRectangle()
    child.x = 3
    frame.appendChild(child)
    console.log(child.absoluteBoundingBox)
    console.log(child.absoluteTransform)
    console.log(child.x)`)
  expect(bounds).toEqual({ x: 123, y: 7, width: 100, height: 100 })
  expect(transform).toEqual([
    [1, 0, 123],
    [0, 1, 7],
  ])
  expect(own).toBe(3)
})

test('a frame that is resized moves its children as their constraints say', async () => {
  const logs = await logsOf(`
    const frame = figma.createFrame()
    const constraints = ['MIN', 'CENTER', 'MAX', 'STRETCH', 'SCALE']
    const children = constraints.map((horizontal) => {
      const child = figma.createRectangle()
      child.resize(40, 10)
      child.x = 20
      child.constraints = { horizontal, vertical: 'MIN' }
      frame.appendChild(child)
      return child
    })
    const read = () => children.map(({ x, y, width, height }) => [x, width, y, height])
    frame.resizeWithoutConstraints(100, 50)
    frame.resize(200, 300)
    console.log(read())`)
  expect(logs).toEqual([
    [
      [20, 40, 0, 10],
      [70, 40, 0, 10],
      [120, 40, 0, 10],
      [20, 140, 0, 10],
      [40, 80, 0, 10],
    ],
  ])
})

test('auto-layout places its children one after another', async () => {
  const logs = await logsOf(`
    const frame = figma.createFrame()
    frame.layoutMode = 'VERTICAL'
    frame.itemSpacing = 8
    frame.paddingTop = frame.paddingLeft = 10
    const [a, b, free] = [figma.createRectangle(), figma.createRectangle(), figma.createRectangle()]
    for (const node of [a, b, free]) frame.appendChild(node)
    free.layoutPositioning = 'ABSOLUTE'
    free.x = 77
    a.resize(20, 30)
    b.x = 500
    console.log([a.x, a.y, b.x, b.y, free.x])
    frame.insertChild(0, b)
    console.log([a.y, b.y])
    figma.currentPage.appendChild(b)
    console.log(a.y)`)
  expect(logs).toEqual([[10, 10, 10, 48, 77], [118, 10], 10])
})

test('a copy has everything but its own id', async () => {
  const logs = await logsOf(`
    const frame = figma.createFrame()
    frame.name = 'Original'
    frame.setPluginData('recipe', 'x')
    frame.setRelaunchData({ again: 'Once more' })
    const child = figma.createText()
    frame.appendChild(child)
    const copy = frame.clone()
    console.log([copy.name, copy.getPluginData('recipe'), copy.getRelaunchData(), copy.children[0].type])
    console.log([copy.id === frame.id, copy.children[0].id === child.id, copy.parent === figma.currentPage])`)
  expect(logs).toEqual([
    ['Original', 'x', { again: 'Once more' }, 'TEXT'],
    [false, false, true],
  ])
})

test('plugin data is listed, shared by name, and removed by an empty text', async () => {
  const logs = await logsOf(`
    const page = figma.currentPage
    page.setPluginData('a', '1')
    page.setPluginData('b', '2')
    page.setPluginData('a', '')
    page.setSharedPluginData('team', 'c', '3')
    console.log([page.getPluginData('a'), page.getPluginDataKeys(), page.getSharedPluginDataKeys('team')])
    console.log(page.getSharedPluginData('team', 'c'))`)
  expect(logs).toEqual([['', ['b'], ['c']], '3'])
})

test('searches go in order, and by type and data', async () => {
  const logs = await logsOf(`
    const outer = figma.createFrame()
    const inner = figma.createFrame()
    outer.appendChild(inner)
    const text = figma.createText()
    inner.appendChild(text)
    text.setPluginData('key', 'x')
    const ids = (nodes) => nodes.map((node) => node.id)
    const page = figma.currentPage
    console.log(ids(page.findAll()))
    console.log(ids(page.findAll((node) => node.type === 'FRAME')))
    console.log(page.findOne((node) => node.type === 'TEXT') === text)
    console.log(ids(page.findChildren()))
    console.log(page.findChild((node) => node.type === 'TEXT'))
    console.log(ids(page.findAllWithCriteria({ types: ['TEXT', 'GROUP'], pluginData: { keys: ['key'] } })))
    console.log(ids(page.findAllWithCriteria({ pluginData: {} })))
    console.log(text.getTopLevelFrame() === outer)`)
  expect(logs).toEqual([
    ['1:2', '1:3', '1:4'],
    ['1:2', '1:3'],
    true,
    ['1:2'],
    null,
    ['1:4'],
    ['1:4'],
    true,
  ])
})

test('pages: the last one stays, and the current one gives way', async () => {
  const host = createTestHost()
  const logs = await logsOf(
    `const page = figma.createPage()
     await figma.setCurrentPageAsync(page)
     const frame = figma.createFrame()
     console.log(frame.parent === page)
     page.remove()
     console.log([figma.currentPage.name, frame.removed])
     try { figma.currentPage.remove() } catch (error) { console.log(error.message) }`,
    host,
  )
  expect(logs).toEqual([true, ['Page 1', true], 'in remove: Removing this node is not allowed'])
  expect(host.pages()).toEqual([{ id: '0:1', name: 'Page 1' }])
})

test('text takes room for its words, and its name from them until it has one', async () => {
  const logs = await logsOf(`
    const text = figma.createText()
    await figma.loadFontAsync(text.fontName)
    text.characters = 'Hello'
    const { width } = text
    text.characters = 'Hello, hello\\nhello'
    console.log([text.width > width, text.height, text.name])
    text.name = 'Greeting'
    text.characters = 'Bye'
    console.log(text.name)`)
  expect(logs).toEqual([[true, 30, 'Hello, hello\nhello'], 'Greeting'])
})

test('instances know their component', async () => {
  const logs = await logsOf(`
    const component = figma.createComponent()
    component.appendChild(figma.createRectangle())
    const instance = component.createInstance()
    console.log([instance.type, instance.children.length])
    console.log((await instance.getMainComponentAsync()) === component)`)
  expect(logs).toEqual([['INSTANCE', 1], true])
})

test('images, storage, colours and base64', async () => {
  const png = `figma.base64Decode('iVBORw0KGgoAAAANSUhEUgAAAAIAAAADCAYAAAC56t6BAAAAC0lEQVR42mNgQAcAABIAAeRVjecAAAAASUVORK5CYII=')`
  const logs = await logsOf(`
    const bytes = ${png}
    const image = figma.createImage(bytes)
    console.log(image === figma.createImage(bytes.slice()))
    console.log([await image.getSizeAsync(), (await image.getBytesAsync()).length === bytes.length])
    console.log(figma.getImageByHash('none'))
    console.log(figma.base64Encode(bytes).slice(0, 11))
    await figma.clientStorage.setAsync('key', { bytes: bytes.slice(0, 2), none: undefined })
    console.log(await figma.clientStorage.getAsync('key'))
    console.log([await figma.clientStorage.keysAsync(), await figma.clientStorage.getAsync('other')])
    await figma.clientStorage.deleteAsync('key')
    console.log(await figma.clientStorage.keysAsync())
    console.log(figma.util.solidPaint('#ff000080', { visible: false }))
    console.log(figma.util.rgb('#0f0'))`)
  expect(logs).toEqual([
    true,
    [{ width: 2, height: 3 }, true],
    null,
    'iVBORw0KGgo',
    { bytes: new Uint8Array([137, 80]), none: undefined },
    [['key'], undefined],
    [],
    { type: 'SOLID', color: { r: 1, g: 0, b: 0 }, opacity: 128 / 255, visible: false },
    { r: 0, g: 1, b: 0 },
  ])
})

test('the viewport goes where it is told', async () => {
  const host = createTestHost()
  host.viewport.set({ x: 0, y: 0, zoom: 2, width: 1000, height: 800 })
  const logs = await logsOf(
    `console.log(figma.viewport.bounds)
     const frame = figma.createFrame()
     frame.x = 5000
     frame.resize(2200, 100)
     figma.viewport.scrollAndZoomIntoView([frame])
     console.log([figma.viewport.center, Math.round(figma.viewport.zoom * 1000)])`,
    host,
  )
  expect(logs).toEqual([{ x: -250, y: -200, width: 500, height: 400 }, [{ x: 6100, y: 50 }, 413]])
})

test('a text of fixed width is as high as its words need', async () => {
  const logs = await logsOf(`
    await figma.loadFontAsync({ family: 'Inter', style: 'Regular' })
    const text = figma.createText()
    text.characters = 'twelve words '.repeat(6)
    const line = text.height
    text.textAutoResize = 'HEIGHT'
    text.resize(text.width / 3 + 1, 1)
    console.log(text.height / line)`)
  expect(logs).toEqual([3])
})
