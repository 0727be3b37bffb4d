import { readFileSync } from 'node:fs'
import { IDBFactory } from 'fake-indexeddb'
import { describe, expect, test } from 'vitest'
import { learnTime } from '../../src/ui/outbox/device-clock.ts'
import { makeKey, openKeys } from '../../src/ui/outbox/keyring.ts'
import { openStore } from '../../src/ui/outbox/open-store.ts'
import { openOutbox } from '../../src/ui/outbox/outbox.ts'
import { replay, type Transport } from '../../src/ui/outbox/replay.ts'
import type { Store } from '../../src/ui/outbox/store.ts'
import { readBox } from './stored-box.ts'

const zhou = '0190a000-0000-7000-8000-00000000000a'
const ran = '0190a000-0000-7000-8000-00000000000b'
const YEARS = 10 * 365.25 * 86_400_000
const visit = { action: 'visit.record', body: { personIds: ['p'] }, subjects: ['p'], label: '走访 周*国' }

const keyOf = async (id: string) => (await makeKey({ id, password: '口令' }, 1)).open
const boxIn = async (store: Store, accountId: string, now = () => Date.UTC(2026, 5, 1)) =>
  openOutbox({ store, now, newId: () => crypto.randomUUID() }, { accountId, keys: [await keyOf(accountId)] })

/** A line on which everything arrives; it keeps what arrived. */
function openLine() {
  const arrived: string[] = []
  const transport: Transport = {
    act: async ({ accountId, id }) => {
      arrived.push(`${accountId} ${id}`)
      return { kind: 'done' }
    },
    photo: async () => ({ kind: 'done' }),
  }
  return { arrived, transport }
}

describe('what lies on the device', () => {
  test('is written with strict durability, or is not said to be saved', async () => {
    const factory = new IDBFactory()
    const asked: (string | undefined)[] = []
    const store = await openStore(watched(factory, asked))

    await (await boxIn(store, zhou)).save(visit)

    expect(asked.length).toBeGreaterThan(0)
    expect(new Set(asked)).toEqual(new Set(['strict']))
  })

  test('says nothing of whom it is about to whoever reads the disk', async () => {
    const store = await openStore(new IDBFactory())
    await (await boxIn(store, zhou)).save(visit)

    const [item] = await store.items(zhou)

    expect(JSON.stringify({ ...item, bytes: new TextDecoder().decode(item?.bytes) })).not.toMatch(/周|走访|visit/)
  })

  test('is neither seen nor sent by the next user of the device', async () => {
    const store = await openStore(new IDBFactory())
    const line = openLine()
    await (await boxIn(store, zhou)).save(visit)

    const next = await boxIn(store, ran)

    expect(await next.list()).toEqual([])
    expect(await replay(next, line.transport)).toMatchObject({ acked: 0 })
    expect(line.arrived).toEqual([])
  })

  test('stays when nobody opens it: a locked item waits and is not lost', async () => {
    const store = await openStore(new IDBFactory())
    await (await boxIn(store, zhou)).save(visit)

    const locked = await boxIn(store, zhou)
    await replay(locked, openLine().transport)

    expect(await locked.list()).toMatchObject([{ state: 'sealed', isBroken: false }])
  })

  test('opens with the password and with no other', { timeout: 30_000 }, async () => {
    const { stored } = await makeKey({ id: zhou, password: '山高水长' })

    expect(stored.iterations).toBeGreaterThanOrEqual(600_000)
    expect(await openKeys([stored], '山高水短')).toEqual([])
    expect(await openKeys([stored], '山高水长')).toMatchObject([{ keyId: stored.keyId }])
  })
})

describe('a box of the first format', () => {
  test('is read and sent by this program', async () => {
    const store = await openStore(new IDBFactory())
    await store.append(readBox(readFileSync(new URL('fixtures/format-1.json', import.meta.url), 'utf8')))
    const keys = await openKeys(await store.keys(zhou), '走访-2026')
    const box = openOutbox({ store, now: () => Date.UTC(2027, 0, 1), newId: () => crypto.randomUUID() }, { accountId: zhou, keys })

    expect(await box.list()).toMatchObject([
      { state: 'sealed', content: { action: 'visit.record', label: '走访 周*国' } },
      { state: 'needsHand', why: { code: 'in-the-future' } },
      { state: 'sealed', content: { action: 'person.capture' } },
    ])
    expect(await replay(box, openLine().transport)).toMatchObject({ acked: 2, end: 'allTried' })
  })
})

describe('a clock ten years off', () => {
  test.each([-YEARS, YEARS])('is set right by the last word of the server (%d ms off)', async (off) => {
    const store = await openStore(new IDBFactory())
    const now = () => Date.UTC(2026, 5, 1) + off
    await learnTime(store, { serverTime: Date.UTC(2026, 5, 1), deviceTime: now() })

    const box = await boxIn(store, zhou, now)
    await box.save(visit)

    expect((await box.list())[0]?.capturedAt).toBe('2026-06-01T00:00:00.000Z')
  })
})

/** The same factory; it writes down which durability each writing transaction asked for. */
function watched(factory: IDBFactory, asked: (string | undefined)[]): IDBFactory {
  const open = factory.open.bind(factory)
  factory.open = (...parts) => {
    const request = open(...parts)
    request.addEventListener('success', () => {
      const database = request.result
      const begin = database.transaction.bind(database)
      database.transaction = (shelves, mode, options) => {
        if (mode === 'readwrite') asked.push(options?.durability)
        return begin(shelves, mode, options)
      }
    })
    return request
  }
  return factory
}
