import { readFile, readdir } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { expect, test } from 'vitest'

const ROOT = resolve(import.meta.dirname, '../../../plugin/ui')

const read = async (ending: RegExp): Promise<string> => {
  const files = (await readdir(ROOT, { recursive: true })).filter((file) => ending.test(file))
  return (await Promise.all(files.map((file) => readFile(join(ROOT, file), 'utf8')))).join('\n')
}

/** Every class in `class="…"` and `` class={`… ${one of several}`} ``. */
const used = (source: string): Set<string> =>
  new Set(
    [...source.matchAll(/class=(?:"([^"]+)"|\{`([^`$]+)|\{[^}]*'([^']+)' : '([^']+)'\})/g)].flatMap(
      ([, ...found]) => found.filter(Boolean).join(' ').trim().split(/ +/),
    ),
  )

const styled = (css: string): Set<string> =>
  new Set([...css.matchAll(/\.([a-z][a-z-]*)/g)].map(([, name = '']) => name))

test('every class of the panel has its style', async () => {
  const [source, css] = await Promise.all([read(/\.tsx$/), read(/\.css$/)])
  expect([...used(source)].filter((name) => !styled(css).has(name))).toEqual([])
})

test('every style of the panel is used', async () => {
  const [source, css] = await Promise.all([read(/\.tsx$/), read(/\.css$/)])
  const words = new Set(source.match(/[a-z]+/g))
  const unused = [...styled(css)].filter((name) => !words.has(name) && !name.startsWith('figma-'))
  expect(unused).toEqual([])
})
