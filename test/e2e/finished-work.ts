import type { DocumentSnapshot } from '../../server/studio/host/document-snapshot.ts'
import { createTestHost, runSnippet } from '../studio/create-test-host.ts'
import { flatPicture } from './flat-picture.ts'

/** A document as a browser keeps it. */
export type KeptDocument = {
  readonly snapshot: DocumentSnapshot
  readonly images: ReadonlyMap<string, Uint8Array>
}

const HELPERS = `
  const hex = (text) => [{ type: 'SOLID', color: figma.util.rgb(text) }]
  await figma.loadFontAsync({ family: 'Inter', style: 'Regular' })
  const put = (node, [x, y, width, height], fills, name, parent) => {
    parent.appendChild(node)
    node.resizeWithoutConstraints(width, height)
    node.x = x
    node.y = y
    node.fills = fills
    node.name = name
    return node
  }
  const oval = (...rest) => put(figma.createEllipse(), ...rest)
  const box = (...rest) => put(figma.createRectangle(), ...rest)
  const words = (characters, x, y, size, parent) => {
    const node = figma.createText()
    parent.appendChild(node)
    node.fontSize = size
    node.characters = characters
    node.x = x
    node.y = y
    return node
  }
  /** A chibi figurine of 200 by 300 in its parent's corner, at \`left\` and \`top\`. */
  const draw = (parent, { hair, outfit, skin, extra }, left = 60, top = 40) => {
    const at = (x, y, width, height) => [left + x, top + y, width, height]
    oval(at(10, 240, 180, 50), hex('#9ab973'), 'Ellipse 1', parent)
    box(at(55, 150, 90, 110), hex(outfit), 'Rectangle 1', parent).cornerRadius = 30
    if (extra === 'red cape') box(at(30, 150, 30, 100), hex('#c4473a'), 'red cape', parent)
    oval(at(20, 10, 160, 150), hex(hair), 'Ellipse 2', parent)
    oval(at(35, 35, 130, 120), hex(skin), 'Ellipse 3', parent)
    oval(at(68, 85, 16, 20), hex('#3b2f2a'), 'Ellipse 4', parent)
    oval(at(116, 85, 16, 20), hex('#3b2f2a'), 'Ellipse 5', parent)
    if (extra === 'glasses')
      for (const x of [56, 104]) {
        const lens = oval(at(x, 76, 40, 40), [], 'glasses', parent)
        lens.strokes = hex('#4a4a55')
        lens.strokeWeight = 4
      }
    if (extra === 'helmet') oval(at(20, 0, 160, 80), hex('#d9a93f'), 'helmet', parent)
  }
  const card = (name, x, back, look, label, size = [320, 380]) => {
    const frame = put(figma.createFrame(), [x, 0, ...size], hex(back), name, figma.currentPage)
    draw(frame, look)
    words(label, 12, size[1] - 28, 14, frame)
    return frame
  }
`

const SCRIPT = (photo: number[]) => `
  const looks = [
    { hair: '#5b3a29', outfit: '#4f79a8', skin: '#f0c7a4', extra: 'red cape' },
    { hair: '#2b2b2f', outfit: '#f4f1ea', skin: '#b9825b', extra: 'glasses' },
    { hair: '#c98b4b', outfit: '#8c8c94', skin: '#f3d3b8', extra: 'helmet' },
  ]
  card('Superhero girl', 0, '#efe3d3', looks[0], 'Order 1041 · € 89')
  card('Cook with glasses', 360, '#dfe8e4', looks[1], 'Order 1042 · € 79')
  const knight = card('Knight', 720, '#e9e1ee', looks[2], 'Price 95')
  const hidden = box([0, 0, 320, 380], hex('#ff00ff'), 'Old colour', knight)
  hidden.visible = false
  const image = figma.createImage(new Uint8Array(${JSON.stringify(photo)}))
  const traced = put(figma.createFrame(), [1080, 0, 320, 380], hex('#f6efe6'), 'Traced', figma.currentPage)
  box([40, 40, 240, 300], [{ type: 'IMAGE', imageHash: image.hash, scaleMode: 'FILL' }], 'Rectangle 7', traced)
  oval([100, 100, 60, 60], hex('#5b3a29'), 'button', traced)
  const sheet = put(figma.createSection(), [0, 480, 720, 420], hex('#ffffff'), 'Family of four', figma.currentPage)
  for (const [at, name] of ['Father', 'Mother'].entries()) {
    const cell = put(figma.createFrame(), [20 + at * 350, 20, 320, 380], hex('#f1e8da'), name, sheet)
    draw(cell, looks[at])
  }
  put(figma.createFrame(), [1440, 0, 320, 380], hex('#ffffff'), 'Only a note', figma.currentPage)
  words('Call Anna back', 20, 20, 24, figma.currentPage.children[figma.currentPage.children.length - 1])
  figma.root.setPluginData('generated', JSON.stringify({ schema: 1, value: [image.hash] }))
`

const keep = async (script: string): Promise<KeptDocument> => {
  const host = createTestHost()
  const { errors } = await runSnippet(host, HELPERS + script)
  if (errors[0] !== undefined) throw errors[0]
  const snapshot = host.snapshot()
  const hashes = JSON.stringify(snapshot).match(/(?<="imageHash":")[0-9a-f]+/g) ?? []
  return {
    snapshot,
    images: new Map(
      hashes.flatMap((hash) => {
        const bytes = host.image(hash)
        return bytes === null ? [] : [[hash, bytes] as const]
      }),
    ),
  }
}

/**
 * Finished work on a page: three figurines in frames with their order labels, one that is traced over a generated
 * picture, a section with two more, and a frame with nothing but a note.
 */
export const finishedWork = async (): Promise<KeptDocument> =>
  keep(SCRIPT([...(await flatPicture(64, 64))]))

/** So many finished figurines, each in a frame with its order label. */
export const manyFrames = (count: number): Promise<KeptDocument> =>
  keep(`
    for (let at = 0; at < ${count}; at += 1) {
      const look = {
        hair: '#' + (0x202020 + at * 40503).toString(16).padStart(6, '0').slice(-6),
        outfit: '#4f79a8',
        skin: '#f0c7a4',
        extra: ['red cape', 'glasses', 'helmet'][at % 3],
      }
      const frame = card('Figure ' + at, (at % 20) * 360, '#efe3d3', look, 'Order ' + at)
      frame.y = Math.floor(at / 20) * 440
    }`)

const TWELVE = [
  ['Wizard', '#8c8c94', '#4f5fa8', '#efe3d3', 'red cape'],
  ['Cook', '#2b2b2f', '#f4f1ea', '#dfe8e4', 'glasses'],
  ['Knight', '#c98b4b', '#8c8c94', '#e9e1ee', 'helmet'],
  ['Pirate', '#1f1a17', '#7a2f2f', '#d6e4ee', 'red cape'],
  ['Gardener', '#a6562e', '#5d7f4a', '#f3ecd2', 'glasses'],
  ['Miner', '#5b3a29', '#c9a227', '#e6dccf', 'helmet'],
  ['Queen', '#e0b64f', '#7d4f9e', '#f4e1e6', 'red cape'],
  ['Teacher', '#6b4a3a', '#35606b', '#e2ead7', 'glasses'],
  ['Fireman', '#3b2f2a', '#b5462f', '#dcdde4', 'helmet'],
  ['Magician', '#0f0f14', '#22222b', '#ead9c4', 'red cape'],
  ['Grandmother', '#e8e4dc', '#b77c9c', '#dbe7e2', 'glasses'],
  ['Diver', '#d98e4a', '#2f7f8c', '#e4e0f0', 'helmet'],
] as const

/** Twelve finished figurines, each in a frame of its own. */
export const twelveFrames = (): Promise<KeptDocument> =>
  keep(`
    const looks = ${JSON.stringify(TWELVE)}
    looks.forEach(([name, hair, outfit, back, extra], at) =>
      card(name, at * 360, back, { hair, outfit, skin: '#f0c7a4', extra }, 'Order ' + at))`)
