import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { rowsOf } from '../../../../../../test/casework-world.ts'
import { closeRotated } from '../../../../../../test/close-rotated.ts'
import { openTestDatabase } from '../../../../../../test/database/clone.ts'
import { doMatter, type OpenedMatter, openFor, seats, seeMatter, step } from '../../../../../../test/matter-world.ts'
import { actor, divisions, ground, NOW, person, STREET, value } from '../../../../../../test/world.ts'
import type { AccountId } from '../../../../../kernel/id.ts'
import { rangeOf, type UnitCode } from '../../../../../kernel/region-code.ts'
import { insertAccount, insertRole } from '../../../../../platform/access/accounts.ts'
import type { Actor } from '../../../../../platform/access/actor.ts'
import type { Role } from '../../../../../platform/access/roles.ts'
import { withOwner, withScope } from '../../../../../platform/database/scope.ts'
import type { Matter } from '../../../contract.ts'
import { sealedTables } from '../../sealed-tables.ts'

const database = await openTestDatabase()
afterAll(() => closeRotated(database, sealedTables, 'casework.matter_hands'))
beforeAll(() => divisions(database))

const on = ground(database)
const { village, county } = seats
let logins = 0

/** Somebody at work whose account is there to be found by colleagues. */
async function colleague(name: string, given: { role?: Role; unitCode?: UnitCode } = {}): Promise<Actor> {
  const { role = 'stationWorker', unitCode = STREET } = given
  const now = new Date(NOW)
  logins += 1
  const account = { login: `colleague.${logins}`, name, unitCode, password: 'Quiet-Harbour-7', mustChangePassword: false, now }
  const accountId = await withScope(database.appPool, rangeOf(unitCode), 'write', async (tx) => {
    const id = await insertAccount(tx, account)
    if (id) await insertRole(tx, { accountId: id, unitCode, role, now })
    return id
  })
  return { ...actor({ role, unitCode, name }), accountId: accountId as AccountId }
}

async function applied(): Promise<string> {
  const someone = await person(on)
  return value<OpenedMatter>(await openFor(on, village, { personId: someone.id })).id
}

const see = async (who: Actor, matterId: string) => value<Matter>(await seeMatter(on, who, { name: 'matter.get', input: { matterId } }))
const claim = (who: Actor, matterId: string, given: { accountId?: string; note?: string } = {}) =>
  doMatter(on, who, { name: 'matter.claim', input: { matterId, ...given } })
const release = (who: Actor, matterId: string) => doMatter(on, who, { name: 'matter.release', input: { matterId } })
const namesFor = async (who: Actor, matterId: string) =>
  value<{ colleagues: { name: string }[] }>(await seeMatter(on, who, { name: 'matter.colleagues', input: { matterId } })).colleagues.map(
    ({ name }) => name,
  )
const inboxOf = async (who: Actor, hands?: 'mine' | 'free') =>
  value<{ rows: { id: string }[] }>(
    await seeMatter(on, who, { name: 'matter.inbox', input: { limit: 500, ...(hands ? { hands } : {}) } }),
  ).rows.map(({ id }) => id)

describe('a matter of the township', async () => {
  const [peng, li] = await Promise.all([colleague('彭雪梅', { role: 'townshipHead' }), colleague('李雷')])

  test('goes from hand to hand with a note, and everybody sees whose it is', async () => {
    const id = await applied()
    expect(await inboxOf(peng, 'free')).toContain(id)

    value(await claim(peng, id))
    value(await claim(peng, id, { accountId: li.accountId, note: '照片明天补来' }))

    expect(await see(village, id)).toMatchObject({ claimedName: '李雷' })
    expect((await see(li, id)).hands).toMatchObject([
      { byName: '彭雪梅', toName: '李雷', note: '照片明天补来' },
      { byName: '彭雪梅', toName: '彭雪梅', note: null },
    ])
    expect(await inboxOf(li, 'mine')).toContain(id)
    expect(await inboxOf(peng, 'mine')).not.toContain(id)
    expect(await inboxOf(peng, 'free')).not.toContain(id)
    const [row] = await rowsOf<{ note: Buffer }>(
      database,
      'select note from casework.matter_hands where matter_id = $1 and note is not null',
      [id],
    )
    expect(row?.note.toString('utf8')).not.toContain('照片')
  })

  test('goes back to all of them by whoever has it, and by no one else', async () => {
    const id = await applied()
    value(await claim(li, id))

    expect(await release(peng, id)).toMatchObject({ refusal: { code: 'claimed-by-another' } })
    expect(await release(village, id)).toMatchObject({ refusal: { code: 'not-your-turn', waitsFor: 'township' } })
    expect((await see(peng, id)).can).toMatchObject({ claim: false, handOver: false, release: false })
    value(await release(li, id))

    expect(await release(li, id)).toMatchObject({ refusal: { code: 'nobody-has-it' } })
    expect(await see(peng, id)).toMatchObject({ claimedName: null, can: { claim: true, handOver: true, release: false } })
  })

  test('is taken from a colleague whose account has been disabled', async () => {
    const gone = await colleague('王离职')
    const id = await applied()
    value(await claim(gone, id))
    await withOwner(database.ownerPool, (tx) => tx.query("update access.accounts set status = 'disabled' where id = $1", [gone.accountId]))

    value(await release(peng, id))

    expect(await inboxOf(peng, 'free')).toContain(id)
    expect(await claim(peng, id, { accountId: gone.accountId })).toMatchObject({ refusal: { code: 'no-such-colleague' } })
  })

  test('is given to those who hold the seat at the own unit, and to nobody else', async () => {
    const id = await applied()
    const officer = await colleague('蒋文博', { role: 'countyOfficer', unitCode: county.unitCode })

    expect(await namesFor(peng, id)).toContain('李雷')
    expect(await namesFor(peng, id)).not.toContain('蒋文博')
    expect(await namesFor(peng, id)).not.toContain('彭雪梅')
    expect(await namesFor(officer, id)).toEqual([])
    expect(await claim(peng, id, { accountId: officer.accountId })).toMatchObject({ refusal: { code: 'no-such-colleague' } })
  })

  test('taken by two at once is in one pair of hands', async () => {
    const id = await applied()

    const both = await Promise.all([peng, li].map((who) => claim(who, id)))

    expect(both.map(({ kind }) => kind).sort()).toEqual(['refusal', 'value'])
    expect((await see(village, id)).hands).toHaveLength(1)
  })
})

test('whoever has stepped aside takes nothing into their hands, and is offered to nobody', async () => {
  const [jiang, xu] = [
    await colleague('蒋一', { role: 'countyOfficer', unitCode: county.unitCode }),
    await colleague('许二', { role: 'countyOfficer', unitCode: county.unitCode }),
  ]
  const someone = await person(on)
  const answers = { kind: 'claim', subject: 'insurance', title: '接续工龄认定', text: '请求合并认定工龄' }
  const { id } = value<OpenedMatter>(await openFor(on, village, { personId: someone.id, typeCode: 'petition', answers }))
  for (const name of ['forward', 'accept', 'recuse']) value(await step(on, jiang, { matterId: id, step: name, reason: '与当事人是亲属' }))

  expect(await claim(jiang, id)).toMatchObject({ refusal: { code: 'recused' } })
  expect((await see(jiang, id)).can.claim).toBe(false)
  expect(await namesFor(xu, id)).not.toContain('蒋一')
  expect(await namesFor(jiang, id)).toContain('许二')
})
