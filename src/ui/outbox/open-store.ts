import type { Batch, Store } from './store.ts'
import type { StoredKey } from './stored.ts'

const NAME = 'guidui.field'

/** The version of the shelves. A later one adds shelves; it never empties one. */
const SHELVES = 1

/**
 * The store of this browser. Each write is one transaction that asks for strict durability: browsers otherwise answer
 * before the disk has it (relaxed is what Chromium does since 121).
 */
export async function openStore(factory: IDBFactory = indexedDB, name = NAME): Promise<Store & { close(): void }> {
  const database = await open(factory, name)
  const read = <T>(shelf: string, ask: (shelf: IDBObjectStore) => IDBRequest<T>): Promise<T> =>
    answered(ask(database.transaction(shelf, 'readonly').objectStore(shelf)))
  const ofAccount = (accountId: string) => (shelf: IDBObjectStore) => shelf.index('accountId').getAll(accountId)
  return {
    append: (batch) => append(database, batch),
    items: (accountId) => read('items', ofAccount(accountId)),
    marks: (accountId) => read('marks', ofAccount(accountId)),
    photo: (accountId, hash) => read('photos', (shelf) => shelf.get([accountId, hash])),
    keys: (accountId) => read('keys', ofAccount(accountId)),
    pack: (accountId) => read('packs', (shelf) => shelf.get(accountId)),
    device: () => read('device', (shelf) => shelf.get('self')),
    accounts: async () => [...new Set((await read<StoredKey[]>('keys', (shelf) => shelf.getAll())).map(({ accountId }) => accountId))],
    close: () => database.close(),
  }
}

function open(factory: IDBFactory, name: string): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = factory.open(name, SHELVES)
    request.onupgradeneeded = () => {
      const { result } = request
      result.createObjectStore('items', { keyPath: 'seq', autoIncrement: true }).createIndex('id', 'id', { unique: true })
      result.createObjectStore('marks', { keyPath: 'n', autoIncrement: true })
      result.createObjectStore('photos', { keyPath: ['accountId', 'hash'] })
      result.createObjectStore('keys', { keyPath: 'keyId' })
      result.createObjectStore('packs', { keyPath: 'accountId' })
      result.createObjectStore('device')
      for (const shelf of ['items', 'marks', 'keys']) request.transaction?.objectStore(shelf).createIndex('accountId', 'accountId')
    }
    request.onsuccess = () => {
      // A newer page asks for newer shelves: it may, and this one says so at its next write.
      request.result.onversionchange = () => request.result.close()
      resolve(request.result)
    }
    request.onerror = () => reject(request.error)
  })
}

function append(database: IDBDatabase, batch: Batch): Promise<void> {
  return new Promise((resolve, reject) => {
    const shelves = ['items', 'marks', 'photos', 'keys', 'packs', 'device']
    const transaction = database.transaction(shelves, 'readwrite', { durability: 'strict' })
    transaction.oncomplete = () => resolve()
    transaction.onabort = () => reject(transaction.error ?? new Error('the device did not save it'))
    put(transaction, batch)
    transaction.commit()
  })
}

function put(transaction: IDBTransaction, batch: Batch): void {
  const shelf = (name: string) => transaction.objectStore(name)
  for (const item of batch.items ?? []) shelf('items').add(item)
  for (const mark of batch.marks ?? []) shelf('marks').add(mark)
  for (const photo of batch.photos ?? []) shelf('photos').put(photo)
  for (const key of batch.keys ?? []) shelf('keys').add(key)
  for (const pack of batch.packs ?? []) shelf('packs').put(pack)
  for (const accountId of batch.dropPacks ?? []) shelf('packs').delete(accountId)
  if (batch.device) shelf('device').put(batch.device, 'self')
}

const answered = <T>(request: IDBRequest<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(request.error)
  })
