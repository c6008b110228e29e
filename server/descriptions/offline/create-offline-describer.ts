import * as v from 'valibot'
import { AppError } from '../../../shared/errors.ts'
import type { Looker } from '../../datasets/checks/create-looker.ts'
import { unpackPrint } from '../../datasets/checks/pixels/print.ts'
import type { FileStore } from '../../files/file-store.ts'
import type { Describer } from '../describer.ts'
import { wordsOf } from './words-of.ts'

const FREE = { usd: 0, estimate: false }
const GONE = 'This picture is not on the proxy any more. Send it again.'
const UNREADABLE = 'This picture cannot be read. Export it again.'

/** The words themselves: it is done when it has begun. */
const Handle = v.object({ words: v.string() })

type Options = {
  readonly looker: Pick<Looker, 'look'>
  readonly files: Pick<FileStore, 'read'>
}

/** Says what code can see: the colours, and what the hints tell. Free, and nothing leaves the proxy. */
export const createOfflineDescriber = ({ looker, files }: Options): Describer => ({
  id: 'offline',
  label: 'On this proxy',
  destination: null,
  model: null,
  price: () => FREE,
  resolve: () => Promise.resolve({ model: null, price: FREE }),
  trouble: () => null,
  ready: () => Promise.resolve(),
  start: async ({ file, mode, hints }) => {
    const bytes = await files.read(file)
    if (bytes === null) throw new AppError('not_found', GONE)
    const looked = await looker.look(bytes)
    const print = looked === null ? null : unpackPrint(looked.print)
    if (looked === null || print === null) throw new AppError('invalid_request', UNREADABLE)
    return { words: wordsOf({ look: looked.look, print }, mode, hints) }
  },
  watch: (handle) =>
    Promise.resolve({ type: 'described', words: v.parse(Handle, handle).words, cost: FREE }),
  // It is asked again instead: nothing is paid for.
  recover: () => Promise.resolve(null),
})
