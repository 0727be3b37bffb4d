import { canonical, hashOf, toBytes, toText } from './canonical.ts'
import type { Content, ItemPhoto, Why } from './content.ts'
import { type ItemState, stateOf, triesOf } from './item-state.ts'
import { type OpenKey, seal, unseal } from './keyring.ts'
import type { Store } from './store.ts'
import { FORMAT, type MarkKind, type StoredDevice, type StoredItem, type StoredMark, type StoredPhoto } from './stored.ts'

/** What the box stands on; a test gives its own. */
export interface Ground {
  readonly store: Store
  /** The clock of the device, ms; it may be years off. */
  readonly now: () => number
  /** The id of a new action: UUIDv7 of the given instant. */
  readonly newId: (at: number) => string
}

export interface Owner {
  readonly accountId: string
  /** Open data keys; the first one closes what is new. */
  readonly keys: readonly OpenKey[]
}

export type NewPhoto = ItemPhoto | { readonly id: string; readonly bytes: Uint8Array<ArrayBuffer> }

export interface NewItem extends Omit<Content, 'hash' | 'photos'> {
  readonly id?: string
  /** Pictures: brought along, or kept here before (`keepPhoto`). */
  readonly photos?: readonly NewPhoto[]
  /** The item that it takes the place of. */
  readonly replaces?: string
}

/** An item as it lies in the box. `content` is missing where no open key fits. */
export interface BoxItem {
  readonly id: string
  readonly seq: number
  readonly state: ItemState
  readonly capturedAt: string
  readonly tries: number
  readonly isExported: boolean
  readonly content?: Content
  readonly why?: Why
  /** The bytes are there, the key is open, and they do not open: only a person can help. */
  readonly isBroken: boolean
}

export interface Outbox {
  readonly accountId: string
  /** Resolves when the item is on the disk, and only then may a page say 已存本机. */
  save(item: NewItem): Promise<string>
  list(): Promise<BoxItem[]>
  /** Those that are to be sent, in their order; nothing else is opened. */
  waiting(): Promise<BoxItem[]>
  mark(itemId: string, kind: MarkKind, said?: { why?: Why; by?: string }): Promise<void>
  /** Keeps a picture of an item that is still being written; gives its hash. */
  keepPhoto(bytes: Uint8Array<ArrayBuffer>): Promise<string>
  photo(hash: string): Promise<Uint8Array<ArrayBuffer> | undefined>
}

/** The box of one account on this device. Nobody else's items are ever read through it. */
export function openOutbox(ground: Ground, owner: Owner): Outbox {
  const { store } = ground
  const opened: Opened = new Map()
  return {
    accountId: owner.accountId,
    save: (item) => saveItem(ground, owner, item),
    list: () => listItems(store, { ...owner, opened }),
    waiting: () => listItems(store, { ...owner, opened }, 'sealed'),
    mark: async (itemId, kind, said = {}) => await store.append({ marks: [await newMark(ground, owner, { itemId, kind, ...said })] }),
    keepPhoto: async (bytes) => {
      const hash = await hashOf(bytes)
      await store.append({ photos: [await sealPhoto(owner, { hash, bytes })] })
      return hash
    },
    photo: async (hash) => {
      const found = await store.photo(owner.accountId, hash)
      return found && (await unseal(found, photoAbout(owner.accountId, hash), owner.keys))
    },
  }
}

const itemAbout = ({ v, id, accountId, deviceId }: Pick<StoredItem, 'v' | 'id' | 'accountId' | 'deviceId'>): string =>
  `item ${v} ${id} ${accountId} ${deviceId}`
const photoAbout = (accountId: string, hash: string): string => `photo ${accountId} ${hash}`
const whyAbout = (accountId: string, itemId: string): string => `why ${accountId} ${itemId}`

/** The device, known by a random id from its first item on. */
export async function deviceOf(store: Store): Promise<StoredDevice> {
  return (await store.device()) ?? { id: crypto.randomUUID(), offsetMs: 0 }
}

async function saveItem(ground: Ground, owner: Owner, item: NewItem): Promise<string> {
  const key = owner.keys[0]
  if (!key) throw new Error('locked')
  const device = await deviceOf(ground.store)
  const deviceTime = ground.now()
  const at = deviceTime + device.offsetMs
  const { id = ground.newId(at), photos = [], replaces, ...said } = item
  const pictures = await Promise.all(photos.map(hashed))
  const content: Content = {
    ...said,
    photos: pictures.map(({ id: photoId, hash }) => ({ id: photoId, hash })),
    hash: await hashOf(toBytes(canonical([said.action, said.body]))),
  }
  const plain = { v: FORMAT, id, accountId: owner.accountId, deviceId: device.id }
  const sealed = await seal(toBytes(canonical(content)), itemAbout(plain), key)
  const sealedPhotos = pictures.flatMap(({ hash, bytes }) => (bytes ? [sealPhoto(owner, { hash, bytes })] : []))
  const capturedAt = new Date(at).toISOString()
  await ground.store.append({
    device,
    items: [{ ...plain, capturedAt, deviceTime, ...sealed }],
    photos: await Promise.all(sealedPhotos),
    marks: replaces === undefined ? [] : [await newMark(ground, owner, { itemId: replaces, kind: 'replaced', by: id })],
  })
  return id
}

interface Picture extends ItemPhoto {
  readonly bytes?: Uint8Array<ArrayBuffer>
}

const hashed = async (photo: NewPhoto): Promise<Picture> => ('hash' in photo ? photo : { ...photo, hash: await hashOf(photo.bytes) })

async function sealPhoto({ accountId, keys }: Owner, photo: { hash: string; bytes: Uint8Array<ArrayBuffer> }): Promise<StoredPhoto> {
  if (!keys[0]) throw new Error('locked')
  const { hash, bytes } = photo
  return { v: FORMAT, accountId, hash, ...(await seal(bytes, photoAbout(accountId, hash), keys[0])) }
}

async function newMark(
  ground: Ground,
  { accountId, keys }: Owner,
  said: { itemId: string; kind: MarkKind; why?: Why; by?: string },
): Promise<StoredMark> {
  const { itemId, kind, why, by } = said
  const { offsetMs } = await deviceOf(ground.store)
  const at = new Date(ground.now() + offsetMs).toISOString()
  const sealedWhy = why && keys[0] ? { why: await seal(toBytes(canonical(why)), whyAbout(accountId, itemId), keys[0]) } : {}
  return { v: FORMAT, itemId, accountId, kind, at, ...sealedWhy, ...(by === undefined ? {} : { by }) }
}

/** What was opened in this life, by item: an item never changes, so it is opened once and not at every look. */
type Opened = Map<string, Content>

async function listItems(store: Store, owner: Owner & { opened: Opened }, only?: ItemState): Promise<BoxItem[]> {
  const [items, marks] = await Promise.all([store.items(owner.accountId), store.marks(owner.accountId)])
  const byItem = new Map<string, StoredMark[]>()
  for (const mark of marks) byItem.set(mark.itemId, [...(byItem.get(mark.itemId) ?? []), mark])
  const inOrder = items.toSorted((one, other) => (one.seq ?? 0) - (other.seq ?? 0))
  const asked = only === undefined ? inOrder : inOrder.filter(({ id }) => stateOf(byItem.get(id) ?? []) === only)
  return await Promise.all(asked.map((item) => boxItem(item, byItem.get(item.id) ?? [], owner)))
}

async function boxItem(item: StoredItem, marks: readonly StoredMark[], owner: Owner & { opened: Opened }): Promise<BoxItem> {
  const isOpen = owner.keys.some(({ keyId }) => keyId === item.keyId)
  const content = isOpen ? (owner.opened.get(item.id) ?? (await read<Content>(item, itemAbout(item), owner.keys))) : undefined
  if (content) owner.opened.set(item.id, content)
  const state = stateOf(marks)
  const sealedWhy = state === 'needsHand' ? marks.findLast(({ why }) => why !== undefined)?.why : undefined
  const why = sealedWhy && (await read<Why>(sealedWhy, whyAbout(owner.accountId, item.id), owner.keys))
  return {
    id: item.id,
    seq: item.seq ?? 0,
    state,
    capturedAt: item.capturedAt,
    tries: triesOf(marks),
    isExported: marks.some(({ kind }) => kind === 'exported'),
    isBroken: isOpen && content === undefined,
    ...(content ? { content } : {}),
    ...(why ? { why } : {}),
  }
}

async function read<T>(
  sealed: StoredItem | NonNullable<StoredMark['why']>,
  about: string,
  keys: readonly OpenKey[],
): Promise<T | undefined> {
  try {
    return JSON.parse(toText(await unseal(sealed, about, keys))) as T
  } catch {
    return undefined
  }
}
