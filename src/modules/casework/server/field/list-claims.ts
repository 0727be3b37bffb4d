import { rangeOf } from '../../../../kernel/region-code.ts'
import type { ViewContext } from '../../../../platform/actions/context.ts'
import { view } from '../../../../platform/actions/declare.ts'
import { findFile, listFileIds, maskedField } from '../../../registry/index.ts'
import type { Claim } from '../../contract.ts'
import * as contract from '../../contract.ts'
import { CLAIM_COLUMNS, type ClaimRow, contestedFields, readSaid } from './claim-rows.ts'

const iso = (at: string): string => new Date(at).toISOString()

async function claimOf(context: ViewContext, row: ClaimRow): Promise<Claim> {
  const said = readSaid(context, row)
  const file = row.person_id === null ? undefined : await findFile(context, row.person_id)
  const now: Record<string, unknown> = { ...file?.state.person }
  const fields = Object.entries(contestedFields(said)).map(([field, value]) => ({
    field,
    device: maskedField(field, value) ?? '',
    before: maskedField(field, said.before[field]),
    now: maskedField(field, now[field]),
  }))
  return {
    id: row.id,
    unitCode: row.unit_code,
    personId: row.person_id as Claim['personId'],
    action: row.action_name,
    code: row.code,
    byName: row.by_name,
    capturedAt: iso(row.captured_at),
    madeAt: iso(row.made_at),
    fields,
    isSettled: row.settled_at !== null,
    can: { settle: row.settled_at === null && context.actor.grants.has('person.write') },
  }
}

export const listClaims = view(contract.listClaims, {
  grant: 'person.read',
  where: ({ place }) => place,
  async run(context, { place, personId, settled, cursor, limit }) {
    const { lo, hi } = rangeOf(place)
    const files = personId === undefined ? null : await listFileIds(context.tx, personId)
    const before = cursor !== undefined && !Number.isNaN(Date.parse(cursor)) ? cursor : 'infinity'
    const { rows } = await context.tx.query<ClaimRow>(
      `select ${CLAIM_COLUMNS} from casework.field_claims
        where unit_code >= $1 and unit_code < $2 and ($3::uuid[] is null or person_id = any($3)) and (settled_at is not null) = $4
          and made_at < $5::timestamptz order by made_at desc limit $6`,
      [lo, hi, files, settled, before, limit + 1],
    )
    const page = rows.slice(0, limit)
    const last = page.at(-1)
    const made: Claim[] = []
    for (const row of page) made.push(await claimOf(context, row))
    return { rows: made, ...(rows.length > limit && last ? { next: iso(last.made_at) } : {}) }
  },
})
