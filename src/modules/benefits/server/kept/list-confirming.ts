import type { PersonId } from '../../../../kernel/id.ts'
import type { PlainDate } from '../../../../kernel/plain-date.ts'
import { type BureauCode, bureauOf } from '../../../../kernel/region-code.ts'
import { view } from '../../../../platform/actions/declare.ts'
import type { Tx } from '../../../../platform/database/tx.ts'
import { listConfirmations } from '../../../casework/index.ts'
import { personCards } from '../../../registry/index.ts'
import * as contract from '../../contract.ts'
import { type Ranked, rankConfirmations } from '../../domain/confirm/rank-confirmations.ts'
import { isPayer } from './take-in.ts'

const SHOWN = 200

interface PaidPerson {
  readonly personId: string
  readonly classCodes: readonly string[]
  readonly isSuspended: boolean
}

/** Who is paid now, and whether the last word of their events on confirmation is a suspension for want of it. */
async function listPaid(tx: Tx, bureau: BureauCode, today: PlainDate): Promise<readonly PaidPerson[]> {
  const { rows } = await tx.query<PaidPerson>(
    `with stands as (
       select distinct on (e.person_id) e.person_id, e.kind = 'suspended' as is_suspended
         from benefits.life_events e
        where e.bureau_code = $1 and (e.kind = 'resumed' or (e.kind = 'suspended' and e.reason = 'unconfirmed')) and e.effective_on <= $2
          and not exists (select from benefits.life_events t where t.bureau_code = $1 and t.cancels = e.id)
        order by e.person_id, e.effective_on desc, e.recorded_at desc
     )
     select person_id as "personId", array_agg(class_code order by class_code) as "classCodes",
            coalesce(bool_or(s.is_suspended), false) as "isSuspended"
       from benefits.entitlements left join stands s using (person_id)
      where bureau_code = $1 and approved_at is not null and pays_from <= $2 and (ended_on is null or ended_on > $2)
      group by person_id`,
    [bureau, today],
  )
  return rows
}

const NONE = { confirmed: 0, byRisk: { failed: 0, overdue: 0, toCheck: 0, due: 0, notBegun: 0 }, toResume: 0, rows: [] }

export const listConfirming = view(contract.listConfirming, {
  grant: 'benefit.read',
  where: ({ unitCode }) => unitCode,
  async run(context, { unitCode }) {
    const { tx, today } = context
    const year = Number(today.slice(0, 4))
    if (!isPayer(unitCode)) return { year, ...NONE }
    const bureau = bureauOf(unitCode) as BureauCode
    const paid = await listPaid(tx, bureau, today)
    const since = `${year}-01-01` as PlainDate
    const known = new Map((await listConfirmations(tx, { bureau, since })).map((one) => [one.personId as string, one]))
    const people = paid.map((one) => ({ ...one, confirmation: known.get(one.personId) }))
    const ranked = rankConfirmations(people)
    const shown = ranked.slice(0, SHOWN)
    const cards = await personCards(
      context,
      shown.map(({ personId }) => personId),
    )
    const count = (risk: Ranked['risk']) => ranked.filter((one) => one.risk === risk).length
    return {
      year,
      confirmed: people.filter(({ confirmation }) => confirmation?.state === 'confirmed').length,
      byRisk: {
        failed: count('failed'),
        overdue: count('overdue'),
        toCheck: count('toCheck'),
        due: count('due'),
        notBegun: count('notBegun'),
      },
      toResume: count(null),
      rows: shown.map(({ personId, classCodes, risk, isSuspended, confirmation }) => ({
        personId: personId as PersonId,
        nameMasked: cards.get(personId)?.nameMasked ?? '',
        classCodes: [...classCodes],
        risk,
        dueOn: confirmation?.dueOn ?? null,
        isSuspended,
        matterId: confirmation?.matterId ?? null,
      })),
    }
  },
})
