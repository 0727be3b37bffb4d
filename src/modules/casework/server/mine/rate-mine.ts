import { bureauOf } from '../../../../kernel/region-code.ts'
import { ok, refuse } from '../../../../kernel/result.ts'
import { action } from '../../../../platform/actions/declare.ts'
import * as contract from '../../contract.ts'
import { countedFor } from '../matters/matter-facts.ts'
import { lockMatter } from '../matters/matter-rows.ts'
import { covers, ownPerson } from './own-person.ts'
import { whereMyMatterIs } from './step-mine.ts'

/** From so many stars on somebody is counted as satisfied. A setting of ours, told with the figure. */
const SATISFIED_FROM = 4

/** What the person says of the service, once, when the matter has ended. It is asked of the veteran, never of the station. */
export const rateMine = action(contract.rateMine, {
  grant: 'own.write',
  where: whereMyMatterIs,
  refusals: { 'not-ended': 409, 'already-rated': 409, 'outside-authority': 409 },
  async run(context, { matterId, stars, words }) {
    const { tx, secrets, actor, today } = context
    const { row, rules } = await lockMatter(context, { id: matterId, unitCode: context.unitCode })
    if (!covers(actor, row.type_code)) return refuse({ code: 'outside-authority' })
    if (row.outcome === null) return refuse({ code: 'not-ended' })
    const personId = ownPerson(actor)
    const { rowCount } = await tx.query(
      `insert into casework.matter_ratings (bureau_code, matter_id, unit_code, person_id, stars, words, rated_on, rated_by)
       values ($1, $2, $3, $4, $5, $6, $7, $8) on conflict (bureau_code, matter_id) do nothing`,
      [
        bureauOf(row.unit_code),
        row.id,
        row.unit_code,
        personId,
        stars,
        words ? secrets.encrypt('casework.matter_ratings.words', row.id, words) : null,
        today,
        actor.accountId,
      ],
    )
    if (rowCount !== 1) return refuse({ code: 'already-rated' })
    const satisfied = stars >= SATISFIED_FROM ? 'yes' : 'no'
    context.fact({
      kind: 'matter.rated',
      on: today,
      ...countedFor(rules.type, personId),
      dimensions: { type: row.type_code, stars: String(stars), satisfied },
    })
    context.note({ matter: row.id, stars })
    context.subject(personId)
    return ok({ stars })
  },
})
