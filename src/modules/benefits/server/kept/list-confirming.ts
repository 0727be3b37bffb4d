import type { PersonId } from '../../../../kernel/id.ts'
import type { PlainDate } from '../../../../kernel/plain-date.ts'
import { bureauOf, rangeOf } from '../../../../kernel/region-code.ts'
import { view } from '../../../../platform/actions/declare.ts'
import { uuidColumn } from '../../../../platform/database/column-arrays.ts'
import type { Tx } from '../../../../platform/database/tx.ts'
import { CONFIRMATIONS } from '../../../casework/index.ts'
import { listClosedFiles, personCards } from '../../../registry/index.ts'
import * as contract from '../../contract.ts'
import { isPayer } from './take-in.ts'

/**
 * Whose pay may have to be stopped, the nearest first: who was not confirmed, who is overdue (the longest first), whose change
 * is being checked, who is due (the soonest first), for whom nothing was begun. Before them all who was confirmed and is still
 * suspended: they wait for money that is theirs. Null is who is confirmed and paid: nobody lists them.
 */
const RISKS = [null, 'failed', 'overdue', 'toCheck', 'due', 'notBegun'] as const
const RANK = `case k.state when 'confirmed' then case when s.is_suspended then 0 end
  when 'notConfirmed' then 1 when 'overdue' then 2 when 'toCheck' then 3 when 'due' then 4 else 5 end`

/**
 * Who is paid now, whether the last word of their events on confirmation is a suspension for want of it, and their rank. The
 * dead and the gone ($4, by their files) have nothing more to confirm, and neither has whose entitlement ended.
 */
const RANKED = `
  with stood as (
    select * from benefits.life_events e where e.bureau_code = $1 and e.effective_on <= $2
       and not exists (select from benefits.life_events t where t.bureau_code = $1 and t.cancels = e.id)
  ), stands as (
    select distinct on (e.person_id) e.person_id, e.kind = 'suspended' as is_suspended
      from stood e where e.kind = 'resumed' or (e.kind = 'suspended' and e.reason = 'unconfirmed')
     order by e.person_id, e.effective_on desc, e.recorded_at desc
  ), paid as (
    select n.person_id, array_agg(n.class_code order by n.class_code) as class_codes from benefits.entitlements n
     where n.bureau_code = $1 and n.approved_at is not null and n.pays_from <= $2 and (n.ended_on is null or n.ended_on > $2)
       and not exists (select from unnest($4::uuid[]) c (id) where c.id = n.person_id)
       and not exists (select from stood e where e.person_id = n.person_id
             and (e.kind = 'died' or (e.kind = 'ended' and coalesce(e.class_code, n.class_code) = n.class_code)))
     group by n.person_id
  ), ranked as (
    select p.person_id, p.class_codes, coalesce(s.is_suspended, false) as is_suspended, k.matter_id, ${RANK} as rank,
           coalesce(k.due_on, 'infinity') as due_on
      from paid p left join stands s using (person_id)
      left join (${CONFIRMATIONS({ bureau: '$1', since: '$3' })}) k using (person_id)
  )`

type About = readonly [bureau: string, today: PlainDate, since: PlainDate, closed: Buffer]

interface Row {
  readonly personId: PersonId
  readonly classCodes: string[]
  readonly isSuspended: boolean
  readonly matterId: string | null
  readonly rank: number
  /** As text, for the cursor: `infinity` where there is none. */
  readonly dueOn: string
}

/** A page in the order of the ranks, and one row more where there is a next. */
async function listRanked(tx: Tx, about: About, { after, limit }: { after: Place | undefined; limit: number }): Promise<Row[]> {
  const [rank, dueOn, personId] = after ?? [-1, 'infinity', '00000000-0000-0000-0000-000000000000']
  const { rows } = await tx.query<Row>(
    `${RANKED} select person_id as "personId", class_codes as "classCodes", is_suspended as "isSuspended", matter_id as "matterId", rank,
                      due_on::text as "dueOn"
       from ranked where rank is not null and (rank, due_on, person_id) > ($5::int, $6::date, $7::uuid)
      order by ranked.rank, ranked.due_on, ranked.person_id limit $8`,
    [...about, rank, dueOn, personId, limit + 1],
  )
  return rows
}

async function countRanks(tx: Tx, about: About) {
  const { rows } = await tx.query<{ rank: number | null; people: number }>(
    `${RANKED} select rank, count(*)::int as people from ranked group by rank`,
    about,
  )
  return (rank: number | null): number => rows.find((one) => one.rank === rank)?.people ?? 0
}

type Place = readonly [rank: number, dueOn: string, personId: string]
const CURSOR = /^([0-5])\.(infinity|\d{4}-\d{2}-\d{2})\.([0-9a-f-]{36})$/

/** Where a page ended: no name is in it. What is no cursor of this list begins anew. */
function placeOf(cursor: string | undefined): Place | undefined {
  const [, rank = '', dueOn = '', personId = ''] = CURSOR.exec(cursor ?? '') ?? []
  return rank === '' ? undefined : [Number(rank), dueOn, personId]
}

const NONE = { confirmed: 0, byRisk: { failed: 0, overdue: 0, toCheck: 0, due: 0, notBegun: 0 }, toResume: 0, rows: [] }

export const listConfirming = view(contract.listConfirming, {
  grant: 'benefit.read',
  where: ({ unitCode }) => unitCode,
  async run(context, { unitCode, cursor, limit }) {
    const { tx, today } = context
    const year = Number(today.slice(0, 4))
    if (!isPayer(unitCode)) return { year, ...NONE }
    const closed = uuidColumn((await listClosedFiles(tx, rangeOf(unitCode))).map(({ personId }) => personId))
    const about = [bureauOf(unitCode), today, `${year}-01-01` as PlainDate, closed] as const
    const [found, count] = [await listRanked(tx, about, { after: placeOf(cursor), limit }), await countRanks(tx, about)]
    const shown = found.slice(0, limit)
    const last = found.length > limit ? shown.at(-1) : undefined
    const cards = await personCards(
      context,
      shown.map(({ personId }) => personId),
    )
    return {
      year,
      confirmed: count(null) + count(0),
      byRisk: { failed: count(1), overdue: count(2), toCheck: count(3), due: count(4), notBegun: count(5) },
      toResume: count(0),
      rows: shown.map(({ rank, dueOn, personId, ...row }) => ({
        ...row,
        personId,
        nameMasked: cards.get(personId)?.nameMasked ?? '',
        risk: RISKS[rank] ?? null,
        dueOn: dueOn === 'infinity' ? null : (dueOn as PlainDate),
      })),
      ...(last ? { next: `${last.rank}.${last.dueOn}.${last.personId}` } : {}),
    }
  },
})
