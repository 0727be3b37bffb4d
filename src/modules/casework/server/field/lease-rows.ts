import type { UnitCode } from '../../../../kernel/region-code.ts'
import type { ActionContext, ViewContext } from '../../../../platform/actions/context.ts'
import type { LeaseState } from '../../contract.ts'

export interface LeaseRow {
  readonly id: string
  readonly unit_code: UnitCode
  readonly account_id: string
  readonly by_name: string
  readonly device_id: string
  readonly people: number
  readonly taken_at: string
  readonly expires_at: string
  readonly revoked_at: string | null
}

const COLUMNS = 'id, unit_code, account_id, by_name, device_id, people, taken_at, expires_at, revoked_at'
const KEY = 'casework.field_leases.export_key'

/** How long a village stays on a device. */
export const LEASE_HOURS = 72

export async function findLease({ tx }: Pick<ViewContext, 'tx'>, id: string): Promise<LeaseRow | undefined> {
  const { rows } = await tx.query<LeaseRow>(`select ${COLUMNS} from casework.field_leases where id = $1`, [id])
  return rows[0]
}

/** Where a lease of the reader's own lies; anybody else's is not there. */
export async function whereOwnLease({ leaseId }: { leaseId: string }, context: ViewContext): Promise<UnitCode | undefined> {
  const lease = await findLease(context, leaseId)
  return lease?.account_id === context.actor.accountId ? lease.unit_code : undefined
}

/** The key under which the device of a lease writes files. */
export async function exportKeyOf({ tx, secrets }: ViewContext, leaseId: string): Promise<Buffer> {
  const { rows } = await tx.query<{ export_key: Buffer }>('select export_key from casework.field_leases where id = $1', [leaseId])
  if (!rows[0]) throw new Error('the lease that was just found is not there')
  return Buffer.from(secrets.decrypt(KEY, leaseId, rows[0].export_key), 'base64')
}

export async function whereLease({ leaseId }: { leaseId: string }, context: ViewContext): Promise<UnitCode | undefined> {
  return (await findLease(context, leaseId))?.unit_code
}

export function stateOf(lease: Pick<LeaseRow, 'expires_at' | 'revoked_at'>, now: string): LeaseState {
  if (lease.revoked_at !== null) return 'revoked'
  return Date.parse(lease.expires_at) <= Date.parse(now) ? 'expired' : 'alive'
}

export async function isDeviceRevoked({ tx }: ActionContext, deviceId: string): Promise<boolean> {
  const { rowCount } = await tx.query('select from casework.field_leases where device_id = $1 and revoked_at is not null limit 1', [
    deviceId,
  ])
  return (rowCount ?? 0) > 0
}

export async function insertLease(
  { tx, actionId, unitCode, actor, now, secrets }: ActionContext,
  lease: { deviceId: string; people: number; exportKey: Buffer },
): Promise<string> {
  const { rows } = await tx.query<{ expires_at: string }>(
    `insert into casework.field_leases (bureau_code, id, unit_code, account_id, by_name, device_id, people, export_key, taken_at, expires_at)
     values (left($1, 6), $2, $1, $3, $4, $5, $6, $7, $8, $8::timestamptz + make_interval(hours => $9)) returning expires_at`,
    [
      unitCode,
      actionId,
      actor.accountId,
      actor.name,
      lease.deviceId,
      lease.people,
      secrets.encrypt(KEY, actionId, lease.exportKey.toString('base64')),
      now,
      LEASE_HOURS,
    ],
  )
  return new Date(rows[0]?.expires_at ?? now).toISOString()
}
