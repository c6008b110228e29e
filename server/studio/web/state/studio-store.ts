import * as v from 'valibot'
import { DocumentSnapshot } from '../../host/document-snapshot.ts'
import { imageHashes } from './image-hashes.ts'
import { answer, committed, STORES } from './open-database.ts'

export type Kept = {
  readonly snapshot: DocumentSnapshot
  readonly images: ReadonlyMap<string, Uint8Array>
}

export type Loaded = {
  /** Null on the first visit, after a reset, and when what was kept could not be read. */
  readonly document: Kept | null
  readonly clientStorage: ReadonlyMap<string, unknown>
  /** True when an unreadable document was found and moved out of the way. */
  readonly setAside: boolean
}

type State = {
  readonly snapshot: DocumentSnapshot
  readonly image: (hash: string) => Uint8Array | null
  readonly clientStorage: ReadonlyMap<string, unknown>
}

export type StudioStore = {
  readonly load: () => Promise<Loaded>
  readonly save: (state: State) => Promise<void>
  /** Moves the document out of the way, unread. */
  readonly putAside: () => Promise<void>
  /** Forgets the document and all of clientStorage but the keys to keep. */
  readonly reset: (keep: readonly string[]) => Promise<void>
}

const SNAPSHOT = 'snapshot'

/**
 * The studio's state between two visits, in this browser. Every method is one transaction; `save` asks for everything
 * and commits before it returns, so that it also succeeds while the page goes away.
 */
export const createStudioStore = (database: IDBDatabase): StudioStore => {
  const keptImages = new Set<string>()

  const open = (mode: IDBTransactionMode) => {
    const transaction = database.transaction(STORES, mode)
    return { transaction, store: (name: (typeof STORES)[number]) => transaction.objectStore(name) }
  }

  const entries = async (store: IDBObjectStore): Promise<[string, unknown][]> => {
    const [keys, values] = await Promise.all([
      answer(store.getAllKeys()),
      answer<unknown[]>(store.getAll()),
    ])
    return keys.map((key, index) => [v.parse(v.string(), key), values[index]])
  }

  const putAside = async () => {
    const { transaction, store } = open('readwrite')
    const done = committed(transaction)
    const snapshot = await answer<unknown>(store('document').get(SNAPSHOT))
    store('aside').put(snapshot, SNAPSHOT)
    store('document').delete(SNAPSHOT)
    await done
  }

  const load = async (): Promise<Loaded> => {
    const { store } = open('readonly')
    const [snapshot, images, clientStorage] = await Promise.all([
      answer<unknown>(store('document').get(SNAPSHOT)),
      entries(store('images')),
      entries(store('clientStorage')),
    ])
    const rest = { clientStorage: new Map(clientStorage) }
    if (snapshot === undefined) return { ...rest, document: null, setAside: false }
    const parsed = v.safeParse(DocumentSnapshot, snapshot)
    const bytes = v.safeParse(v.map(v.string(), v.instance(Uint8Array)), new Map(images))
    if (!parsed.success || !bytes.success) {
      await putAside()
      return { ...rest, document: null, setAside: true }
    }
    for (const hash of bytes.output.keys()) keptImages.add(hash)
    return { ...rest, document: { snapshot: parsed.output, images: bytes.output }, setAside: false }
  }

  const save = ({ snapshot, image, clientStorage }: State): Promise<void> => {
    const { transaction, store } = open('readwrite')
    const done = committed(transaction)
    store('document').put(snapshot, SNAPSHOT)
    store('clientStorage').clear()
    for (const [key, value] of clientStorage) store('clientStorage').put(value, key)
    const needed = imageHashes(snapshot)
    for (const hash of keptImages) {
      if (needed.has(hash)) continue
      store('images').delete(hash)
      keptImages.delete(hash)
    }
    for (const hash of needed) {
      const bytes = keptImages.has(hash) ? null : image(hash)
      if (bytes === null) continue
      store('images').put(bytes, hash)
      keptImages.add(hash)
    }
    transaction.commit()
    return done.catch((error: unknown) => {
      // What is kept is what was kept before: the next save puts every picture again.
      keptImages.clear()
      throw error
    })
  }

  const reset = async (keep: readonly string[]) => {
    const { transaction, store } = open('readwrite')
    const done = committed(transaction)
    store('document').clear()
    store('images').clear()
    for (const key of await answer(store('clientStorage').getAllKeys()))
      if (!keep.some((kept) => kept === key)) store('clientStorage').delete(key)
    await done
  }

  return { load, save, putAside, reset }
}
