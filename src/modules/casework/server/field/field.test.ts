import { uuidv7 } from 'uuidv7'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { doCasework, rowsOf, seeCasework } from '../../../../../test/casework-world.ts'
import { closeRotated } from '../../../../../test/close-rotated.ts'
import { openTestDatabase } from '../../../../../test/database/clone.ts'
import { act, actor, divisions, ELSEWHERE, FENGMING, ground, NEIGHBOUR, person, STREET, value, YUBEI } from '../../../../../test/world.ts'
import type { UnitCode } from '../../../../kernel/region-code.ts'
import type { Actor } from '../../../../platform/access/actor.ts'
import { packedKey } from '../../../registry/index.ts'
import { sealedTables } from '../sealed-tables.ts'

const database = await openTestDatabase()
afterAll(() => closeRotated(database, sealedTables, 'casework.field_claims', 'casework.field_leases'))
beforeAll(() => divisions(database))

const on = ground(database)
const worker = actor()
const head = actor({ role: 'townshipHead', unitCode: STREET })
const take = (who: Actor, input: { deviceId?: string; unitCode?: UnitCode } = {}) =>
  doCasework(on, who, { name: 'field.take', input: { deviceId: uuidv7(), unitCode: FENGMING, ...input } })
const leaseOf = async (who: Actor, deviceId = uuidv7()) => value<{ leaseId: string }>(await take(who, { deviceId })).leaseId
const see = (who: Actor, name: string, input: object, at = on) => seeCasework(at, who, { name, input })
const isHidden = { kind: 'problem', problem: { code: 'not-found' } }

describe('a village taken along', () => {
  test('is on the device for 72 hours, masked, with what its people are found by', async () => {
    const someone = await person(on, { name: '冉启明', phone: '10055557788' })
    await person(on, { unitCode: NEIGHBOUR, name: '邓邻居' })

    const lease = value<{ leaseId: string; expiresAt: string; exportKey: string }>(await take(worker))
    const pack = value<{ people: { id: string; unitCode: string; keys: string[]; nameMasked: string }[] }>(
      await see(worker, 'field.pack', { leaseId: lease.leaseId }),
    )

    expect(lease.expiresAt).toBe('2026-06-13T02:00:00.000Z')
    expect(Buffer.from(lease.exportKey, 'base64')).toHaveLength(32)
    const packed = pack.people.find(({ id }) => id === someone.id)
    expect(packed?.nameMasked).toBe('冉*明')
    const keys = ['冉', '启明', '冉启明', 'ranqi', 'rqm', '7788'].map((part) => packedKey(lease.leaseId, part))
    expect(packed?.keys).toEqual(expect.arrayContaining(keys))
    expect(JSON.stringify(pack)).not.toMatch(/冉启明|ranqiming|rqm/)
    expect(new Set(pack.people.map(({ unitCode }) => unitCode))).toEqual(new Set([FENGMING]))
  })

  test('is nobody else’s: not a colleague’s, not the head’s', async () => {
    const leaseId = await leaseOf(worker)

    for (const who of [actor(), head, actor({ unitCode: ELSEWHERE })]) {
      expect(await see(who, 'field.pack', { leaseId })).toEqual(isHidden)
      expect(await see(who, 'field.lease', { leaseId })).toEqual(isHidden)
    }
  })

  test('is taken from one’s own range only, and not by an officer of the county', async () => {
    expect(await take(worker, { unitCode: NEIGHBOUR })).toEqual(isHidden)
    expect(await take(actor({ role: 'countyOfficer', unitCode: YUBEI }))).toMatchObject({ problem: { code: 'not-permitted' } })
  })

  test('runs out: after 72 hours the pack is not there', async () => {
    const leaseId = await leaseOf(worker)
    const later = ground(database, '2026-06-13T02:00:00.000Z')

    expect(await see(worker, 'field.lease', { leaseId }, later)).toMatchObject({ value: { state: 'expired' } })
    expect(await see(worker, 'field.pack', { leaseId }, later)).toEqual(isHidden)
  })

  test('is revoked by the head of the township: the pack is gone and the device takes nothing along again', async () => {
    const deviceId = uuidv7()
    const leaseId = await leaseOf(worker, deviceId)

    expect(await doCasework(on, head, { name: 'field.revoke', input: { leaseId, reason: '手机遗失' } })).toMatchObject({ kind: 'value' })

    expect(await see(worker, 'field.lease', { leaseId })).toMatchObject({ value: { state: 'revoked' } })
    expect(await see(worker, 'field.pack', { leaseId })).toEqual(isHidden)
    expect(await take(worker, { deviceId })).toMatchObject({ refusal: { code: 'device-revoked' } })
    expect(await doCasework(on, head, { name: 'field.revoke', input: { leaseId, reason: '再收一次' } })).toMatchObject({
      refusal: { code: 'already-revoked' },
    })
  })

  test('is revoked by nobody of another place, and not by whoever carries it', async () => {
    const leaseId = await leaseOf(worker)
    const revoke = (who: Actor) => doCasework(on, who, { name: 'field.revoke', input: { leaseId, reason: '不该收' } })

    expect(await revoke(actor({ role: 'townshipHead', unitCode: '500113001000' as UnitCode }))).toEqual(isHidden)
    expect(await revoke(worker)).toMatchObject({ problem: { code: 'not-permitted' } })
  })

  test('is seen in the list of devices by the security administrator, who sees no person', async () => {
    const leaseId = await leaseOf(worker)
    const security = actor({ role: 'securityAdministrator', unitCode: YUBEI })

    const list = value<{ rows: { id: string; state: string }[] }>(await see(security, 'field.leases', { place: YUBEI, limit: 200 }))

    expect(list.rows.find(({ id }) => id === leaseId)).toMatchObject({ state: 'alive' })
    expect(await see(security, 'field.pack', { leaseId })).toMatchObject({ problem: { code: 'not-permitted' } })
  })
})

describe('two versions of a file', () => {
  const change = (personId: string, fields: object, version = 1) => ({ personId, version, changes: fields, reason: '入户核对' })

  /** A change captured offline, and meanwhile another one at the desk. */
  async function contested() {
    const someone = await person(on, { name: '何川', phone: '10011112222' })
    value(await act(on, head, { name: 'person.change', input: change(someone.id, { phone: '10033334444' }) }))
    const body = change(someone.id, { phone: '10055556666' })
    expect(await act(on, worker, { name: 'person.change', input: body })).toMatchObject({ refusal: { code: 'changed-meanwhile' } })
    const itemId = uuidv7()
    const input = {
      itemId,
      action: 'person.change',
      body,
      code: 'changed-meanwhile',
      capturedAt: '2026-06-09T02:00:00.000Z',
      unitCode: FENGMING,
      personId: someone.id,
    }
    const contest = (actionId = uuidv7()) => doCasework(on, worker, { name: 'field.contest', input, actionId })
    return { someone, contest, claimId: value<{ id: string }>(await contest()).id }
  }
  const settle = (claimId: string, choices: object, who = worker) =>
    doCasework(on, who, { name: 'field.settle', input: { claimId, choices, reason: '当面问过本人' } })

  test('stand side by side, masked, and the file is as it was', async () => {
    const { someone, claimId } = await contested()

    const claims = value<{ rows: { id: string; fields: object[] }[] }>(
      await see(worker, 'field.claims', { place: FENGMING, personId: someone.id }),
    )

    expect(claims.rows).toMatchObject([
      { id: claimId, fields: [{ field: 'phone', device: '100****6666', before: '100****4444', now: '100****4444' }] },
    ])
  })

  test('are handed over once, however often the device says it', async () => {
    const { someone, contest, claimId } = await contested()

    expect(value<{ id: string }>(await contest()).id).toBe(claimId)
    const claims = value<{ rows: unknown[] }>(await see(worker, 'field.claims', { place: FENGMING, personId: someone.id }))
    expect(claims.rows).toHaveLength(1)
  })

  test('end when a person has chosen each field, and only then is the file written', async () => {
    const { someone, claimId } = await contested()

    expect(await settle(claimId, {})).toMatchObject({ refusal: { code: 'choice-missing', fields: ['phone'] } })
    value(await settle(claimId, { phone: 'device' }))

    const versions = await rowsOf<{ version: number }>(database, 'select version from registry.people where id = $1', [someone.id])
    expect(versions).toEqual([{ version: 3 }])
    expect(await settle(claimId, { phone: 'server' })).toMatchObject({ refusal: { code: 'already-settled' } })
  })

  test('are chosen by nobody of another station', async () => {
    const { claimId } = await contested()

    expect(await settle(claimId, { phone: 'device' }, actor({ unitCode: NEIGHBOUR }))).toEqual(isHidden)
  })

  test('of somebody who has moved away wait at the station that recorded them', async () => {
    const input = {
      itemId: uuidv7(),
      action: 'visit.record',
      body: { personIds: [uuidv7()] },
      code: 'person-not-found',
      capturedAt: '2026-06-09T02:00:00.000Z',
      unitCode: FENGMING,
      personId: uuidv7(),
    }

    const { id } = value<{ id: string }>(await doCasework(on, worker, { name: 'field.contest', input }))

    const claims = value<{ rows: { id: string; personId: string | null }[] }>(
      await see(worker, 'field.claims', { place: FENGMING, limit: 200 }),
    )
    expect(claims.rows.find((claim) => claim.id === id)).toMatchObject({ personId: null })
  })
})
