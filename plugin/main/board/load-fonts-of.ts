const textsOf = (node: SceneNode): readonly TextNode[] => {
  if (node.type === 'TEXT') return [node]
  return 'findAllWithCriteria' in node ? node.findAllWithCriteria({ types: ['TEXT'] }) : []
}

const fontsOf = (text: TextNode): readonly FontName[] =>
  text.fontName === figma.mixed
    ? text.getRangeAllFontNames(0, text.characters.length)
    : [text.fontName]

/** Makes a layer's text ready to change its size; false when one of its fonts is not on this computer. */
export const loadFontsOf = async (node: SceneNode): Promise<boolean> => {
  const texts = textsOf(node)
  if (texts.some(({ hasMissingFont }) => hasMissingFont)) return false
  const fonts = new Map(texts.flatMap(fontsOf).map((font) => [JSON.stringify(font), font]))
  try {
    await Promise.all([...fonts.values()].map((font) => figma.loadFontAsync(font)))
    return true
  } catch (error) {
    console.error('A font of a layer did not load.', error)
    return false
  }
}
