import { writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import * as prettier from 'prettier'
import ts from 'typescript'

/** The objects that the host offers, and the interfaces of `@figma/plugin-typings` that describe them. */
const INTERFACES = {
  figma: 'PluginAPI',
  ui: 'UIAPI',
  clientStorage: 'ClientStorageAPI',
  viewport: 'ViewportAPI',
  util: 'UtilAPI',
  parameters: 'ParametersAPI',
  suggestions: 'SuggestionResults',
  notification: 'NotificationHandler',
  image: 'Image',
  DOCUMENT: 'DocumentNode',
  PAGE: 'PageNode',
  FRAME: 'FrameNode',
  GROUP: 'GroupNode',
  SECTION: 'SectionNode',
  SLICE: 'SliceNode',
  RECTANGLE: 'RectangleNode',
  ELLIPSE: 'EllipseNode',
  TEXT: 'TextNode',
  COMPONENT: 'ComponentNode',
  COMPONENT_SET: 'ComponentSetNode',
  INSTANCE: 'InstanceNode',
}

const ACCESSES = ['methods', 'readonly', 'writable'] as const
const HEADER = '/** Made from the typings by `node server/studio/generate-members.ts`. */\n'

const typings = fileURLToPath(import.meta.resolve('@figma/plugin-typings/plugin-api.d.ts'))
export const memberNamesFile = fileURLToPath(
  new URL('./host/members/member-names.ts', import.meta.url),
)

const accessOf = (symbol: ts.Symbol): (typeof ACCESSES)[number] => {
  if ((symbol.flags & ts.SymbolFlags.Method) !== 0) return 'methods'
  const readonly = symbol.declarations?.every(
    (declaration) => (ts.getCombinedModifierFlags(declaration) & ts.ModifierFlags.Readonly) !== 0,
  )
  return readonly === true ? 'readonly' : 'writable'
}

/** The source of `member-names.ts`: for each object, the names that Figma gives it, by what may be done with them. */
export const generateMembers = async (): Promise<string> => {
  const program = ts.createProgram([typings], { types: [], lib: ['lib.es2023.d.ts'] })
  const checker = program.getTypeChecker()
  const source = program.getSourceFile(typings)
  const members = Object.entries(INTERFACES).map(([object, name]) => {
    const symbol = checker.resolveName(name, source, ts.SymbolFlags.Interface, false)
    if (symbol === undefined) throw new Error(`The typings have no interface ${name}.`)
    const properties = checker.getDeclaredTypeOfSymbol(symbol).getProperties()
    const named = (access: string): string =>
      properties
        .filter((property) => accessOf(property) === access)
        .map((property) => property.name)
        .sort()
        .join(' ')
    return [object, Object.fromEntries(ACCESSES.map((access) => [access, named(access)]))]
  })
  const table = JSON.stringify(Object.fromEntries(members))
  return prettier.format(`${HEADER}export const memberNames = ${table} as const`, {
    ...(await prettier.resolveConfig(memberNamesFile)),
    filepath: memberNamesFile,
  })
}

if (process.argv[1] === import.meta.filename)
  writeFileSync(memberNamesFile, await generateMembers())
