import { IDBFactory } from 'fake-indexeddb'
import { expect, test } from 'vitest'
import { makeKey } from '../../src/ui/outbox/keyring.ts'
import { openStore } from '../../src/ui/outbox/open-store.ts'
import { openOutbox } from '../../src/ui/outbox/outbox.ts'
import { type Outcome, readOutcome } from '../../src/ui/outbox/read-outcome.ts'
import { replay } from '../../src/ui/outbox/replay.ts'

async function box(subjects: readonly string[]) {
  const store = await openStore(new IDBFactory())
  const { open } = await makeKey({ id: 'a', password: 'x' }, 1)
  const outbox = openOutbox({ store, now: () => 0, newId: () => crypto.randomUUID() }, { accountId: 'a', keys: [open] })
  for (const [at, subject] of subjects.entries())
    await outbox.save({ id: `${subject}${at}`, action: 'visit.record', body: {}, subjects: [subject], label: '' })
  return outbox
}

/** A server that says the same to each id, whenever it comes. */
const saying = (outcomes: Readonly<Record<string, Outcome>>, sent: string[] = []) => ({
  act: async ({ id }: { id: string }): Promise<Outcome> => {
    sent.push(id)
    return outcomes[id] ?? { kind: 'done' }
  },
  photo: async (): Promise<Outcome> => ({ kind: 'done' }),
})
const refused: Outcome = { kind: 'refused', why: { code: 'after-death' } }
const fault: Outcome = { kind: 'undecided', why: { code: 'fault' } }
const states = async (outbox: Awaited<ReturnType<typeof box>>) => (await outbox.list()).map(({ state }) => state)

test('a refused item waits for a person and holds up nobody', async () => {
  const outbox = await box(['p', 'q', 'p'])

  await replay(outbox, saying({ p0: refused }))

  expect(await states(outbox)).toEqual(['needsHand', 'acked', 'acked'])
})

test('an item over which the server falls holds up only its own person, and three times at most', async () => {
  const outbox = await box(['p', 'q', 'p'])
  const line = saying({ p0: fault })

  await replay(outbox, line)
  expect(await states(outbox)).toEqual(['sealed', 'acked', 'sealed'])
  await replay(outbox, line)
  await replay(outbox, line)

  expect(await states(outbox)).toEqual(['needsHand', 'acked', 'acked'])
})

test('an item that alone meets silence is told after three contacts', async () => {
  const outbox = await box(['p', 'q', 'r', 's'])
  const line = saying({ p0: { kind: 'silent' }, q1: fault, r2: fault, s3: fault })

  for (let contact = 0; contact < 3; contact += 1) await replay(outbox, line)

  expect(await states(outbox)).toEqual(['needsHand', 'needsHand', 'needsHand', 'needsHand'])
})

test('without a network nothing is counted against an item', async () => {
  const outbox = await box(['p'])

  for (let contact = 0; contact < 9; contact += 1) await replay(outbox, saying({ p0: { kind: 'silent' } }))

  expect(await states(outbox)).toEqual(['sealed'])
})

test.each([{ kind: 'signedOut' }, { kind: 'busy', waitMs: 5 }] as const)('$kind ends the contact and keeps everything', async (outcome) => {
  const outbox = await box(['p', 'q'])
  const sent: string[] = []

  expect(await replay(outbox, saying({ p0: outcome }, sent))).toMatchObject({ end: outcome.kind })
  expect(sent).toEqual(['p0'])
  expect(await states(outbox)).toEqual(['sealed', 'sealed'])
})

test.each([
  [200, { value: {} }, 'done'],
  [200, '<html>', 'undecided'],
  [409, { refusal: { code: 'after-death' } }, 'refused'],
  [422, { problem: { code: 'id-reused' } }, 'refused'],
  [409, { problem: { code: 'still-running' } }, 'undecided'],
  [404, { problem: { code: 'not-found' } }, 'refused'],
  [404, '<html>', 'undecided'],
  [401, { problem: { code: 'not-signed-in' } }, 'signedOut'],
  [429, undefined, 'busy'],
  [503, { problem: { code: 'unavailable' } }, 'busy'],
  [500, { problem: { code: 'fault' } }, 'undecided'],
  [400, { problem: { code: 'bad-request' } }, 'undecided'],
] as const)('%d with %j is %s', (status, body, kind) => {
  expect(readOutcome(status, body).kind).toBe(kind)
})
