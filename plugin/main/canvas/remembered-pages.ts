import * as v from 'valibot'
import { versioned } from '../../../shared/versioned.ts'

/** On the document, so that a colleague's panel or another computer finds the placeholders, too. */
const KEY = 'pages'
const stored = versioned(v.array(v.string()))

const rememberedIds = (): readonly string[] => stored.read(figma.root.getPluginData(KEY)) ?? []

/** Call it within the undo step that drafts on the page. */
export const rememberPage = (page: PageNode): void => {
  const ids = rememberedIds()
  if (!ids.includes(page.id)) figma.root.setPluginData(KEY, stored.write([...ids, page.id]))
}

/** The pages that were drafted on and the current one, loaded; those that were deleted are left out. */
export const rememberedPages = async (): Promise<readonly PageNode[]> => {
  const ids = new Set([...rememberedIds(), figma.currentPage.id])
  const nodes = await Promise.all([...ids].map((id) => figma.getNodeByIdAsync(id)))
  const pages = nodes.filter((node) => node?.type === 'PAGE')
  await Promise.all(pages.map((page) => page.loadAsync()))
  return pages.filter((page) => !page.removed)
}
