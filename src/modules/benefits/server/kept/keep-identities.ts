import { addMonths, type PlainDate } from '../../../../kernel/plain-date.ts'
import { bureauOf } from '../../../../kernel/region-code.ts'
import type { ActionContext } from '../../../../platform/actions/context.ts'
import {
  bigintColumn,
  booleanColumn,
  dateColumn,
  smallintColumn,
  textColumn,
  uuidColumn,
} from '../../../../platform/database/column-arrays.ts'
import type { PaidIdentity } from '../../../registry/index.ts'
import { periodOf } from '../../domain/entitlement/classes.ts'
import { firstDay, nextJanuary } from '../../domain/entitlement/month.ts'

/** A county from which a person came pays the year of the move (《烈士褒扬条例》22). */
function paysFrom({ fromOn, receivedOn }: PaidIdentity): PlainDate {
  const january = receivedOn && firstDay(nextJanuary(receivedOn))
  return january && january > fromOn ? january : fromOn
}

const placeOf = (region: string): string => `${region.slice(0, 6)}000000`

/** What is kept of an identity, column by column. */
const COLUMNS = 'person_id, class_code, id, grade, cause, service_years, born_on, place, from_on, pays_from, is_minor, period'
const TYPES = ['uuid', 'text', 'uuid', 'int2', 'text', 'int8', 'date', 'text', 'date', 'date', 'bool', 'text']

const columnsOf = (found: readonly PaidIdentity[]): Buffer[] => [
  uuidColumn(found.map(({ personId }) => personId)),
  textColumn(found.map(({ classCode }) => classCode)),
  uuidColumn(found.map(({ id }) => id)),
  smallintColumn(found.map(({ grade }) => grade)),
  textColumn(found.map(({ cause }) => cause)),
  bigintColumn(found.map(({ serviceYears }) => serviceYears)),
  dateColumn(found.map(({ bornOn }) => bornOn)),
  textColumn(found.map(({ householdRegion }) => placeOf(householdRegion))),
  dateColumn(found.map(({ fromOn }) => fromOn)),
  dateColumn(found.map(paysFrom)),
  // Of the kin only a child or a young sibling is pensioned before 18 (Art 19).
  booleanColumn(found.map(({ classCode, bornOn, fromOn }) => classCode.startsWith('KIN-') && addMonths(bornOn, 18 * 12) > fromOn)),
  textColumn(found.map(({ classCode, enlistedOn }) => periodOf(classCode, enlistedOn))),
]

/** `found`, from parameters that begin with the how-manieth. */
const foundFrom = (first: number): string => `unnest(${TYPES.map((type, at) => `$${first + at}::${type}[]`).join(', ')}) as f(${COLUMNS})`

const named = (row: string): string => COLUMNS.replaceAll(/\w+/g, (column) => `${row}.${column}`)

interface Payee {
  readonly person_id: string
  readonly class_code: string
  readonly payee_bank: string | null
  readonly payee_account: Buffer | null
  readonly payee_label: string | null
}

/**
 * Takes identities in, and says how many rows are new. One that waits for a second person and has been corrected in the file since is taken in anew, with
 * the account it had: it waits from now on, for somebody else than whoever took it in now.
 */
export async function keepIdentities(context: ActionContext, found: readonly PaidIdentity[]): Promise<number> {
  const { tx, unitCode, today, now, actor } = context
  const [bureau, columns] = [bureauOf(unitCode), columnsOf(found)]
  const { rows: outdated } = await tx.query<Payee>(
    `delete from benefits.entitlements e using ${foundFrom(2)}
      where e.bureau_code = $1 and e.person_id = f.person_id and e.class_code = f.class_code and e.approved_at is null
        and (${named('e')}) is distinct from (${named('f')})
      returning e.person_id, e.class_code, e.payee_bank, e.payee_account, e.payee_label`,
    [bureau, ...columns],
  )
  const { rowCount } = await tx.query(
    `insert into benefits.entitlements (bureau_code, unit_code, applied_on, applied_at, applied_by, ${COLUMNS})
     select $1, $2, $3, $4, $5, ${named('f')} from ${foundFrom(6)}
     on conflict (bureau_code, person_id, class_code) do nothing`,
    [bureau, unitCode, today, now, actor.accountId, ...columns],
  )
  for (const { payee_bank: bank, payee_account: account, payee_label: label, ...of } of outdated) {
    if (account === null) continue
    await tx.query(
      `update benefits.entitlements set payee_bank = $4, payee_account = $5, payee_label = $6
        where bureau_code = $1 and person_id = $2 and class_code = $3`,
      [bureau, of.person_id, of.class_code, bank, account, label],
    )
  }
  return rowCount ?? 0
}
