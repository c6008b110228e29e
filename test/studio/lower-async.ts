import { transform } from 'esbuild'

/** QuickJS 0.32 cannot compile `for (… of yield …)`: the list is taken before the loop. */
const withoutYieldInLoopHead = (code: string): string =>
  code.replaceAll(
    /^( *)for \((.+? of )(yield .+)\) \{$/gm,
    (_, indent: string, head: string, list: string) =>
      `${indent}var listOfLoop = ${list};\n${indent}for (${head}listOfLoop) {`,
  )

/**
 * The same program with `async` functions made of promises that it creates itself, so that no rejection escapes
 * `track-rejections`.
 */
export const lowerAsync = async (source: string): Promise<string> => {
  const { code } = await transform(source, {
    supported: { 'async-await': false, 'async-generator': false, 'for-await': false },
  })
  return withoutYieldInLoopHead(code)
}
