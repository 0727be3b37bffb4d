import type { PlainDate } from '../../../../kernel/plain-date.ts'
import type { ViewContext } from '../../../../platform/actions/context.ts'
import type { Decision } from '../../contract.ts'

const FACTS = 'placement.eligibility_decisions.facts'

/** The decision that stands, with how each row of the table answered. */
export async function findDecision({ tx, secrets }: Pick<ViewContext, 'tx' | 'secrets'>, candidateId: string): Promise<Decision | null> {
  const { rows } = await tx.query<{ id: string; facts: Buffer; decided_on: PlainDate }>(
    'select id, facts, decided_on from placement.eligibility_decisions where candidate_id = $1 order by number desc limit 1',
    [candidateId],
  )
  const row = rows[0]
  if (!row) return null
  const { decision } = JSON.parse(secrets.decrypt(FACTS, row.id, row.facts)) as { decision: Omit<Decision, 'decidedOn'> }
  return { ...decision, decidedOn: row.decided_on }
}
