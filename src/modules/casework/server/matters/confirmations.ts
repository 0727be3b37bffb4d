import type { PersonId } from '../../../../kernel/id.ts'
import type { PlainDate } from '../../../../kernel/plain-date.ts'
import type { BureauCode } from '../../../../kernel/region-code.ts'
import type { Tx } from '../../../../platform/database/tx.ts'

/** How the yearly confirmation of somebody stands: the last one that was begun since a day. */
export interface Confirmation {
  readonly matterId: string
  readonly personId: PersonId
  readonly state: 'due' | 'overdue' | 'toCheck' | 'confirmed' | 'notConfirmed'
  /** The day by which it is to be done; null once it is over. */
  readonly dueOn: PlainDate | null
}

/** Yearly confirmations in a bureau that were begun since a day, the last one of each person: for whoever pays them. */
export async function listConfirmations(
  tx: Tx,
  { bureau, since }: { bureau: BureauCode; since: PlainDate },
): Promise<readonly Confirmation[]> {
  const { rows } = await tx.query<Confirmation>(
    `select distinct on (person_id) id as "matterId", person_id as "personId", state, nullif(due_on, 'infinity') as "dueOn"
       from casework.matters
      where bureau_code = $1 and type_code = 'annualConfirmation' and person_id is not null and opened_on >= $2
        and outcome is distinct from 'handedOver' and double_of is null
      order by person_id, opened_on desc, id desc`,
    [bureau, since],
  )
  return rows
}
