import { IDBFactory } from 'fake-indexeddb'
import { uuidv7 } from 'uuidv7'
import { learnTime } from '../../src/ui/outbox/device-clock.ts'
import type { OpenKey } from '../../src/ui/outbox/keyring.ts'
import { openStore } from '../../src/ui/outbox/open-store.ts'
import { type Outbox, openOutbox } from '../../src/ui/outbox/outbox.ts'
import { replay } from '../../src/ui/outbox/replay.ts'
import type { Store } from '../../src/ui/outbox/store.ts'
import { type Chance, chance } from './chance.ts'
import { arrive, calm, faultyLine, storm, type Underway, type Weather } from './faulty-line.ts'
import { KILLED, killable } from './killable.ts'
import type { Planted } from './planted.ts'
import { type ServerModel, serverModel } from './server-model.ts'

/** One thing that happens in a history. `fine`: the server will take it; `poison`: it refuses it; `faulty`: it falls over it. */
export type Step =
  | {
      readonly kind: 'save'
      readonly device: number
      readonly account: number
      readonly subject: number
      readonly how: How
      readonly photos: number
    }
  | { readonly kind: 'contact'; readonly device: number; readonly account: number }
  | { readonly kind: 'clock'; readonly device: number; readonly years: number }
  | { readonly kind: 'arrive' }

type How = 'fine' | 'poison' | 'faulty'

export interface History {
  readonly seed: number
  readonly devices: number
  readonly steps: readonly Step[]
}

/** An item that showed 已存本机. */
export interface Saved {
  readonly device: number
  readonly accountId: string
  readonly id: string
  readonly subject: string
  readonly how: How
}

interface Device {
  readonly store: Store & { close(): void }
  readonly clock: { skew: number }
}

export interface World {
  readonly server: ServerModel
  readonly devices: Device[]
  readonly saved: Saved[]
  readonly touched: ReadonlySet<string>
  /** Items about which a person had a say: they may go out of their order. */
  readonly handled: Set<string>
  /** Waited through three calm contacts, and nobody was told. */
  readonly stuck: string[]
  readonly underway: Underway
  readonly chance: Chance
  readonly keys: readonly OpenKey[]
  readonly planted: Planted | undefined
  /** Boxes through which the history is watched between its steps; the judge opens every one anew. */
  readonly watching: Map<string, Outbox>
}

export const DEVICES = 5
export const ACCOUNTS = ['0190a000-0000-7000-8000-00000000000a', '0190a000-0000-7000-8000-00000000000b'] as const
const YEAR = 365.25 * 86_400_000
const START = Date.UTC(2026, 5, 1)
const KILL_SHARE = 0.02

/** Plays a history to its end, then lets the line become calm and people decide, and gives the world for judging. */
export async function play(history: History, given: { keys: readonly OpenKey[]; planted?: Planted; server?: ServerModel }): Promise<World> {
  const devices = await Promise.all(
    Array.from({ length: history.devices }, async () => ({ store: await openStore(new IDBFactory()), clock: { skew: 0 } })),
  )
  const world: World = {
    server: given.server ?? serverModel(),
    devices,
    saved: [],
    touched: new Set(history.steps.flatMap((step) => (step.kind === 'save' ? [`${step.device} ${step.account}`] : []))),
    handled: new Set(),
    stuck: [],
    underway: [],
    chance: chance(history.seed),
    keys: given.keys,
    planted: given.planted,
    watching: new Map(),
  }
  for (const step of history.steps) await take(world, step)
  await calmDown(world)
  await world.server.settle()
  return world
}

async function take(world: World, step: Step): Promise<void> {
  if (step.kind === 'arrive') return await arrive(world.underway, world.chance, 0.5)
  const device = world.devices[step.device]
  if (!device) return
  if (step.kind === 'clock') device.clock.skew = step.years * YEAR
  else if (step.kind === 'save') await saveOne(world, device, step)
  else await contact(world, device, { accountId: ACCOUNTS[step.account] ?? ACCOUNTS[0], weather: storm, killShare: KILL_SHARE })
}

let tick = 0
const nextTick = (): number => {
  tick += 1
  return tick
}

/** A life of the program on a device. The next one finds what the last one left on the disk. */
function live(world: World, device: Device, accountId: string, how: { weather: Weather; killShare: number }) {
  const transport = faultyLine({ server: world.server, chance: world.chance, weather: how.weather, underway: world.underway })
  const { planted } = world
  const life = killable({ store: device.store, transport }, world.chance, how.killShare)
  const store = planted?.store?.(life.store) ?? life.store
  const now = () => START + nextTick() * 1_000 + device.clock.skew
  const outbox = openOutbox({ store, now, newId: () => uuidv7() }, { accountId, keys: world.keys })
  return { store, outbox, now, transport: planted?.transport?.(life.transport) ?? life.transport }
}

/** A table, a scan of two points and the end: as small as a JPEG can be. */
const pictureOf = (one: number, other: number): Uint8Array<ArrayBuffer> =>
  Uint8Array.from([0xff, 0xd8, 0xff, 0xdb, 0, 4, 0, 0, 0xff, 0xda, 0, 4, one, other, 0xff, 0xd9])

async function saveOne(world: World, device: Device, step: Extract<Step, { kind: 'save' }>): Promise<void> {
  const accountId = ACCOUNTS[step.account] ?? ACCOUNTS[0]
  const { outbox } = live(world, device, accountId, { weather: storm, killShare: KILL_SHARE })
  const subject = `person-${step.subject}`
  const photos = Array.from({ length: step.photos }, () => ({
    id: crypto.randomUUID(),
    bytes: pictureOf(step.subject, world.chance.below(256)),
  }))
  const body = world.server.body({ subject: step.subject, mark: nextTick(), how: step.how, photoIds: photos.map(({ id }) => id) })
  const id = await unlessKilled(outbox.save({ action: 'visit.record', body, subjects: [subject], label: subject, photos }))
  if (id !== undefined) world.saved.push({ device: step.device, accountId, id, subject, how: step.how })
}

async function contact(world: World, device: Device, how: { accountId: string; weather: Weather; killShare: number }): Promise<void> {
  const { outbox, transport, store, now } = live(world, device, how.accountId, how)
  await unlessKilled(replay(outbox, transport).then(() => learnTime(store, { serverTime: START + tick * 1_000, deviceTime: now() })))
}

async function unlessKilled<T>(doing: Promise<T>): Promise<T | undefined> {
  try {
    return await doing
  } catch (fault) {
    if (fault === KILLED) return undefined
    throw fault
  }
}

/** The bar: after so many calm contacts nothing waits without a person knowing. */
const CALM_CONTACTS = 3

/** So many contacts are enough for any history of this length. */
const MOST_CONTACTS = 200

async function calmDown(world: World): Promise<void> {
  await overall(world, (device, accountId) => noteHandled(world, device, accountId))
  for (let round = 0; round < CALM_CONTACTS; round += 1) await calmContacts(world)
  await overall(world, (device, accountId) => findStuck(world, device, accountId))
  await overall(world, (device, accountId) => decide(world, device, accountId))
  await arrive(world.underway, world.chance, 1)
  for (let round = 0; round < MOST_CONTACTS && (await isWaiting(world)); round += 1) await calmContacts(world)
}

const calmContacts = (world: World) =>
  overall(world, (device, accountId) => contact(world, device, { accountId, weather: calm, killShare: 0 }))

async function isWaiting(world: World): Promise<boolean> {
  let waiting = 0
  await overall(world, async (device, accountId) => {
    waiting += (await watched(world, device, accountId).waiting()).length
  })
  return waiting > 0
}

/** Waits after three contacts, and neither it nor one before it about the same person asks for a hand. */
async function findStuck(world: World, device: Device, accountId: string): Promise<void> {
  const told = new Set<string>()
  for (const { id, state, content } of await watched(world, device, accountId).list()) {
    const subject = content?.subjects[0] ?? ''
    if (state === 'needsHand') told.add(subject)
    if (state === 'sealed' && !told.has(subject)) world.stuck.push(id)
  }
}

/** Each account on each device that the history touches. */
export async function overall(world: World, work: (device: Device, accountId: string, at: number) => Promise<void>): Promise<void> {
  for (const [at, device] of world.devices.entries())
    for (const [index, accountId] of ACCOUNTS.entries()) if (world.touched.has(`${at} ${index}`)) await work(device, accountId, at)
}

export const boxOf = (world: World, device: Device, accountId: string): Outbox =>
  live(world, device, accountId, { weather: calm, killShare: 0 }).outbox

/** A box to look through: what it has opened once it need not open again. */
function watched(world: World, device: Device, accountId: string): Outbox {
  const place = `${world.devices.indexOf(device)} ${accountId}`
  const outbox = world.watching.get(place) ?? boxOf(world, device, accountId)
  world.watching.set(place, outbox)
  return outbox
}

async function noteHandled(world: World, device: Device, accountId: string): Promise<void> {
  for (const item of await watched(world, device, accountId).list()) if (item.state === 'needsHand') world.handled.add(item.id)
}

/** A person looks: what the server never decided is sent once more, as it is and under the same id. */
async function decide(world: World, device: Device, accountId: string): Promise<void> {
  const outbox = watched(world, device, accountId)
  for (const item of await outbox.list()) {
    if (item.state !== 'needsHand') continue
    world.handled.add(item.id)
    if (item.why?.code !== 'in-the-future') await outbox.mark(item.id, 'again')
  }
}
