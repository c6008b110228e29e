const NAME = 'maquette-studio'
const VERSION = 1

/** The object stores: `document` holds the snapshot, `images` bytes by hash, `clientStorage` values by key. */
export const STORES = ['document', 'images', 'clientStorage', 'aside'] as const

/** What a request answers with. */
export const answer = <T>(request: IDBRequest<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(request.error ?? new Error('The browser could not read.'))
  })

/** Resolves once everything in the transaction is kept. */
export const committed = (transaction: IDBTransaction): Promise<void> =>
  new Promise((resolve, reject) => {
    transaction.oncomplete = () => resolve()
    transaction.onabort = () => reject(transaction.error ?? new Error('The browser did not keep.'))
  })

export const openDatabase = (factory: IDBFactory): Promise<IDBDatabase> => {
  const request = factory.open(NAME, VERSION)
  request.onupgradeneeded = () => {
    for (const store of STORES) request.result.createObjectStore(store)
  }
  return answer(request)
}
