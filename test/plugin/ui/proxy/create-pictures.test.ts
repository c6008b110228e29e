import { expect, test } from 'vitest'
import { createPictures } from '../../../../plugin/ui/proxy/create-pictures.ts'
import type { FileId } from '../../../../shared/ids.ts'

const file = (number: number): FileId => String(number).padStart(64, '0') as FileId

/** Downloads that end when the test says so. */
const open = () => {
  const running: { file: FileId; end: (error?: Error) => void }[] = []
  const asked: FileId[] = []
  const pictures = createPictures({
    download: (file) => {
      asked.push(file)
      return new Promise((resolve, reject) => {
        running.push({
          file,
          end: (error) =>
            error === undefined ? resolve(new Uint8Array([Number(file)])) : reject(error),
        })
      })
    },
  })
  return { pictures, running, asked }
}
const settled = () => new Promise((resolve) => setImmediate(resolve))

test('a picture is downloaded once, whether it is still on its way or there', async () => {
  const { pictures, running, asked } = open()
  const both = Promise.all([pictures(file(1)), pictures(file(1))])
  running[0]!.end()
  expect(await both).toEqual([new Uint8Array([1]), new Uint8Array([1])])
  expect(await pictures(file(1))).toEqual(new Uint8Array([1]))
  expect(asked).toEqual([file(1)])
})

test('four are on their way at the same time, the others in turn, failures too', async () => {
  const { pictures, running, asked } = open()
  const answers = Promise.allSettled([1, 2, 3, 4, 5, 6].map((number) => pictures(file(number))))
  expect(asked).toHaveLength(4)
  running[1]!.end(new Error('gone'))
  await settled()
  expect(asked).toEqual([1, 2, 3, 4, 5].map(file))
  for (const at of [0, 2, 3, 4]) running[at]!.end()
  await settled()
  running[5]!.end()
  expect((await answers).map(({ status }) => status)).toEqual([
    'fulfilled',
    'rejected',
    ...Array<string>(4).fill('fulfilled'),
  ])
})

test('one that failed is downloaded again when it is asked for again', async () => {
  const { pictures, running, asked } = open()
  const first = pictures(file(1))
  running[0]!.end(new Error('gone'))
  await expect(first).rejects.toThrow('gone')
  const second = pictures(file(1))
  running[1]!.end()
  expect(await second).toEqual(new Uint8Array([1]))
  expect(asked).toHaveLength(2)
})

test('the latest are kept, and no more', async () => {
  const { pictures, running, asked } = open()
  const get = async (number: number) => {
    const picture = pictures(file(number))
    running.splice(0).forEach(({ end }) => end())
    await picture
  }
  for (let number = 1; number <= 16; number += 1) await get(number)
  await get(1)
  await get(17)
  await get(1)
  expect(asked).toHaveLength(17)
  await get(2)
  expect(asked).toHaveLength(18)
})
