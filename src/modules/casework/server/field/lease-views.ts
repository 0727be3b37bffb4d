import { rangeOf } from '../../../../kernel/region-code.ts'
import { view } from '../../../../platform/actions/declare.ts'
import { packedPeople } from '../../../registry/index.ts'
import * as contract from '../../contract.ts'
import { findLease, type LeaseRow, stateOf, whereOwnLease } from './lease-rows.ts'
import { MOST_PEOPLE } from './take-village.ts'

const iso = (at: string): string => new Date(at).toISOString()

export const seeLease = view(contract.seeLease, {
  grant: 'field.take',
  where: whereOwnLease,
  async run(context, { leaseId }) {
    const lease = await findLease(context, leaseId)
    return lease && { state: stateOf(lease, context.now), expiresAt: iso(lease.expires_at) }
  },
})

/** Nothing is there under a lease that has run out or was revoked. */
export const seePack = view(contract.seePack, {
  grant: 'field.take',
  where: whereOwnLease,
  async run(context, { leaseId }) {
    const lease = await findLease(context, leaseId)
    if (!lease || stateOf(lease, context.now) !== 'alive') return undefined
    const people = await packedPeople(context, { unitCode: lease.unit_code, limit: MOST_PEOPLE, salt: lease.id })
    return {
      unitCode: lease.unit_code,
      expiresAt: iso(lease.expires_at),
      people: people.map(({ keys, ...person }) => ({ ...person, keys: [...keys] })),
    }
  },
})

/** Cursors are instants: leases of one place are not taken in the same millisecond. */
export const listLeases = view(contract.listLeases, {
  grant: 'field.revoke',
  where: ({ place }) => place,
  async run({ tx, now }, { place, cursor, limit }) {
    const { lo, hi } = rangeOf(place)
    const before = cursor !== undefined && !Number.isNaN(Date.parse(cursor)) ? cursor : 'infinity'
    const { rows } = await tx.query<LeaseRow>(
      `select id, unit_code, by_name, device_id, people, taken_at, expires_at, revoked_at from casework.field_leases
        where unit_code >= $1 and unit_code < $2 and taken_at < $3::timestamptz order by taken_at desc limit $4`,
      [lo, hi, before, limit + 1],
    )
    const page = rows.slice(0, limit)
    const last = page.at(-1)
    return {
      rows: page.map((lease) => ({
        id: lease.id,
        unitCode: lease.unit_code,
        deviceId: lease.device_id,
        byName: lease.by_name,
        people: lease.people,
        takenAt: iso(lease.taken_at),
        expiresAt: iso(lease.expires_at),
        state: stateOf(lease, now),
      })),
      ...(rows.length > limit && last ? { next: iso(last.taken_at) } : {}),
    }
  },
})
