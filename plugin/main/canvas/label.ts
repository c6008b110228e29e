/** Holds the label's own text: a label that she rewrote is hers. */
const KEY = 'label'
export const LABEL_FONT: FontName = { family: 'Inter', style: 'Regular' }
const INK: RGB = { r: 0.36, g: 0.33, b: 0.3 }

/** False when Figma cannot load the font: placeholders then go without words. */
export const loadLabelFont = async (): Promise<boolean> => {
  try {
    await figma.loadFontAsync(LABEL_FONT)
    return true
  } catch (error) {
    console.error('The label font did not load.', error)
    return false
  }
}

const isOurs = (node: SceneNode): node is TextNode => {
  if (node.type !== 'TEXT') return false
  const text = node.getPluginData(KEY)
  return text !== '' && text === node.characters
}

export const removeLabels = (frame: FrameNode): void =>
  frame.children.filter(isOurs).forEach((label) => label.remove())

/** Words in the middle of a placeholder. The font must be loaded. */
export const addLabel = (frame: FrameNode, text: string): void => {
  const label = figma.createText()
  const side = Math.min(frame.width, frame.height)
  const padding = side / 10
  frame.appendChild(label)
  label.name = 'Maquette'
  label.fontName = LABEL_FONT
  label.fontSize = Math.max(8, Math.round(side / 28))
  label.fills = [{ type: 'SOLID', color: INK }]
  label.textAlignHorizontal = 'CENTER'
  label.characters = text
  label.textAutoResize = 'HEIGHT'
  label.resize(frame.width - 2 * padding, label.height)
  label.x = padding
  label.y = (frame.height - label.height) / 2
  label.constraints = { horizontal: 'STRETCH', vertical: 'CENTER' }
  label.setPluginData(KEY, text)
}
