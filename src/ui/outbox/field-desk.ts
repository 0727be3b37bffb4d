import { V7Generator } from 'uuidv7'
import { reportConnection } from '../api/connection.ts'
import { createStore, type Store as Held } from '../state/store.ts'
import { learnTime } from './device-clock.ts'
import { type ExitKey, openExit, sealExit } from './exit-key.ts'
import { makeKey, type OpenKey, openKeys } from './keyring.ts'
import { openStore } from './open-store.ts'
import { type BoxItem, deviceOf, type Outbox, openOutbox } from './outbox.ts'
import { openPack, type Pack, sealPack } from './pack.ts'
import { rightNow, setOffset } from './right-now.ts'
import type { Store } from './store.ts'

/** `none`: nothing was ever taken along here; `locked`: a password opens it; `open`: it can be used. */
export type FieldStatus = 'none' | 'locked' | 'open'

export interface FieldState {
  readonly status: FieldStatus
  readonly accountId?: string
  /** Missing where the lease has run out or was revoked: what was recorded can still be sent. */
  readonly pack?: Pack
  readonly items: readonly BoxItem[]
  /** Items in the box while it is locked: known by number only. */
  readonly lockedItems: number
  readonly isSyncing: boolean
  /** Whether the browser promised never to clear the box by itself. */
  readonly isKept?: boolean
}

const nothing: FieldState = { status: 'none', items: [], lockedItems: 0, isSyncing: false }

/** What every corner of the page sees of the field. */
export const field: Held<FieldState> = createStore<FieldState>(nothing)

interface Opened {
  readonly keys: readonly OpenKey[]
  readonly outbox: Outbox
  readonly exit?: ExitKey | undefined
}

const held: { store?: Promise<Store>; opened?: Opened | undefined } = {}

export const fieldStore = (): Promise<Store> => {
  held.store ??= openStore().then(async (store) => {
    setOffset((await deviceOf(store)).offsetMs)
    return store
  })
  return held.store
}

/** The open box; undefined where none was taken along or it is locked. */
export const openBox = (): Outbox | undefined => held.opened?.outbox

/** The key for writing items into a file; undefined where it is locked, or an earlier program took the village along and it is gone. */
export const exitKey = (): ExitKey | undefined => {
  const { pack } = field.get()
  return held.opened?.exit ?? (pack && { leaseId: pack.leaseId, exportKey: pack.exportKey })
}

export const change = (next: Partial<FieldState>): void => field.set({ ...field.get(), ...next })

const generator = new V7Generator()
/** An id that sorts by when it was made, by the right clock; ids never say in which order things go out. */
export const idAt = (at: number): string => generator.generateOrResetCore(Math.max(0, Math.round(at)), 10_000).toString()

/** Follows whoever is signed in: the field of one account is closed to the next. */
export async function followAccount(accountId: string): Promise<void> {
  if (field.get().accountId === accountId) return
  held.opened = undefined
  field.set({ ...nothing, accountId })
  const store = await fieldStore()
  const [keys, items, marks] = await Promise.all([store.keys(accountId), store.items(accountId), store.marks(accountId)])
  const done = new Set(marks.flatMap(({ kind, itemId }) => (kind === 'acked' || kind === 'replaced' ? [itemId] : [])))
  const lockedItems = items.filter(({ id }) => !done.has(id)).length
  if (keys.length > 0 && field.get().accountId === accountId && !held.opened) change({ status: 'locked', lockedItems })
}

/** Opens what lies here for an account. False where the password opens nothing of it. */
export async function unlock(accountId: string, password: string): Promise<boolean> {
  const store = await fieldStore()
  const [stored, pack, items] = await Promise.all([store.keys(accountId), store.pack(accountId), store.items(accountId)])
  const needed = new Set([pack?.keyId, stored.at(-1)?.keyId, ...items.map(({ keyId }) => keyId)])
  const keys = await openKeys(
    stored.filter(({ keyId }) => needed.has(keyId)),
    password,
  )
  if (keys.length === 0) return false
  // What is new is closed with the latest key that the password opens.
  const exit = await openExit(stored, keys)
  await open(accountId, { keys: keys.toReversed(), exit }, pack && (await openPack(pack, keys, rightNow())))
  return true
}

async function open(accountId: string, { keys, exit }: Omit<Opened, 'outbox'>, pack: Pack | undefined): Promise<void> {
  const store = await fieldStore()
  const outbox = openOutbox({ store, now: Date.now, newId: idAt }, { accountId, keys })
  held.opened = { keys, outbox, exit }
  const isKept = (await navigator.storage?.persisted?.().catch(() => undefined)) ?? false
  field.set({ ...nothing, status: 'open', accountId, isKept, ...(pack ? { pack } : {}) })
  await refresh()
}

/** Keeps what was taken along, under a fresh key. Only then is the village on the device. */
export async function keepPack(pack: Pack, password: string): Promise<void> {
  const store = await fieldStore()
  await navigator.storage?.persist?.().catch(() => false)
  const before = await openKeys(await store.keys(pack.account.id), password)
  const { stored, open: key } = await makeKey({ id: pack.account.id, password })
  const exit = { leaseId: pack.leaseId, exportKey: pack.exportKey }
  const keys = [{ ...stored, exit: await sealExit(exit, pack.account.id, key) }]
  await store.append({ device: await deviceOf(store), keys, packs: [await sealPack(pack, key)] })
  await open(pack.account.id, { keys: [key, ...before.toReversed()], exit }, pack)
}

/** The lease is gone: so is the village. What was recorded stays, closed, until it is sent or written into a file. */
export async function wipePack(accountId: string): Promise<void> {
  const store = await fieldStore()
  await store.append({ dropPacks: [accountId] })
  const { pack: _gone, ...rest } = field.get()
  field.set(rest)
}

/** Reads the box anew and tells everybody who watches. */
export async function refresh(): Promise<void> {
  const outbox = held.opened?.outbox
  if (!outbox) return
  const items = await outbox.list()
  change({ items })
  const count = (state: BoxItem['state']) => items.filter((item) => item.state === state).length
  reportConnection({ waiting: count('sealed'), attention: count('needsHand') })
}

/** The server's word for the time, from any answer. */
export async function hearTime(serverTime: number): Promise<void> {
  const store = await fieldStore()
  await learnTime(store, { serverTime, deviceTime: Date.now() })
  setOffset((await deviceOf(store)).offsetMs)
}
