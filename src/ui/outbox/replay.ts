import type { Content, ItemPhoto } from './content.ts'
import type { BoxItem, Outbox } from './outbox.ts'
import type { Outcome } from './read-outcome.ts'

/** How messages leave the device. An answer is an outcome; silence is one too, and nothing throws. */
export interface Transport {
  act(message: { accountId: string; id: string; action: string; body: Content['body'] }): Promise<Outcome>
  photo(message: { accountId: string; id: string; hash: string; bytes: Uint8Array<ArrayBuffer> }): Promise<Outcome>
}

/** What came of one contact with the server. */
export interface Contact {
  readonly acked: number
  readonly end: 'allTried' | 'signedOut' | 'silent' | 'busy'
  /** Not before so many ms: the server asked for it. */
  readonly waitMs?: number
}

/** So many answers without an outcome, and a person must look. */
const MOST_TRIES = 3

/** So many silences in a row, and the network is taken to be gone. */
const MOST_SILENCES = 2

/** One contact under way. */
interface Round {
  readonly outbox: Outbox
  readonly transport: Transport
  readonly waiting: readonly BoxItem[]
  /** People whose earlier item has not been answered. */
  readonly held: Set<string>
  /** Items that met silence since the last answer. */
  unheard: string[]
  acked: number
}

/**
 * Sends what waits, in the order in which it was saved, each under the id that it has had since then. Of items about the
 * same person one goes out when those before it are answered; an item that cannot go holds up nobody else's.
 */
export async function replay(outbox: Outbox, transport: Transport): Promise<Contact> {
  const waiting = await outbox.waiting()
  const round: Round = { outbox, transport, waiting, held: new Set(), unheard: [], acked: 0 }
  for (const item of waiting) {
    if (item.isBroken) await outbox.mark(item.id, 'needsHand', { why: { code: 'broken' } })
    const outcome = await tryItem(round, item)
    if (outcome?.kind === 'signedOut') return { acked: round.acked, end: 'signedOut' }
    if (outcome?.kind === 'busy') return { acked: round.acked, end: 'busy', waitMs: outcome.waitMs }
    if (round.unheard.length >= MOST_SILENCES) break
  }
  return { acked: round.acked, end: round.unheard.length > 0 ? 'silent' : 'allTried' }
}

/** Sends an item whose turn it is; undefined where it must wait. */
async function tryItem(round: Round, item: BoxItem): Promise<Outcome | undefined> {
  const { content } = item
  if (!content || content.subjects.some((subject) => round.held.has(subject))) {
    hold(round.held, content)
    return undefined
  }
  const outcome = await sendItem(round.outbox, round.transport, { id: item.id, content })
  if (outcome.kind === 'silent') round.unheard.push(item.id)
  else if (outcome.kind !== 'busy' && outcome.kind !== 'signedOut') await countTries(round, round.unheard.splice(0))
  const became = await settle(round.outbox, item, outcome)
  if (became === 'acked') round.acked += 1
  if (became === 'waits') hold(round.held, content)
  return outcome
}

function hold(held: Set<string>, content: Content | undefined): void {
  for (const subject of content?.subjects ?? []) held.add(subject)
}

/** Pictures first: an action goes out when the server has all of its own. */
async function sendItem(outbox: Outbox, transport: Transport, { id, content }: { id: string; content: Content }): Promise<Outcome> {
  const { accountId } = outbox
  for (const photo of content.photos) {
    const outcome = await sendPhoto(outbox, transport, photo)
    if (outcome.kind !== 'done') return outcome
  }
  return await transport.act({ accountId, id, action: content.action, body: content.body })
}

async function sendPhoto(outbox: Outbox, transport: Transport, { id, hash }: ItemPhoto): Promise<Outcome> {
  const bytes = await outbox.photo(hash).catch(() => undefined)
  if (!bytes) return { kind: 'refused', why: { code: 'photo-broken' } }
  return await transport.photo({ accountId: outbox.accountId, id, hash, bytes })
}

/** Writes down what came of it. Once a person is told, those behind it need not wait any longer. */
async function settle(outbox: Outbox, item: BoxItem, outcome: Outcome): Promise<'acked' | 'needsHand' | 'waits'> {
  if (outcome.kind === 'done') {
    await outbox.mark(item.id, 'acked')
    return 'acked'
  }
  if (outcome.kind === 'refused' || (outcome.kind === 'undecided' && item.tries + 1 >= MOST_TRIES)) {
    await outbox.mark(item.id, 'needsHand', { why: outcome.why })
    return 'needsHand'
  }
  if (outcome.kind === 'undecided') await outbox.mark(item.id, 'tried')
  return 'waits'
}

/** The server answers others and never this one: that is a try as well, or the item would be stuck in silence. */
async function countTries({ outbox, waiting }: Round, itemIds: readonly string[]): Promise<void> {
  for (const itemId of itemIds) {
    const item = waiting.find(({ id }) => id === itemId)
    if (item) await settle(outbox, item, { kind: 'undecided', why: { code: 'silent' } })
  }
}
