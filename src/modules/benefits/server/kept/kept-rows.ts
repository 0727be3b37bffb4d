import type { PersonId } from '../../../../kernel/id.ts'
import type { PlainDate } from '../../../../kernel/plain-date.ts'
import type { UnitCode } from '../../../../kernel/region-code.ts'
import type { Tx } from '../../../../platform/database/tx.ts'
import type { Secrets } from '../../../../platform/secrets/secrets.ts'
import { readPayee } from '../../../ledger/index.ts'
import type { Kept } from '../../contract.ts'
import type { Course } from '../../domain/entitlement/course.ts'
import { courseOfKept, type KeptEntitlement, OPEN_FILE } from '../../domain/run/kept.ts'
import { stateOf } from '../../domain/run/kept-state.ts'
import type { EventRead } from '../months/read-people.ts'

export interface KeptRow extends KeptEntitlement {
  readonly id: string
  readonly personId: PersonId
  readonly bureau: string
  /** The county that pays. */
  readonly unitCode: UnitCode
  readonly isApproved: boolean
  readonly payeeBank: string | null
  readonly payeeAccount: Buffer | null
}

const COLUMNS = `id, person_id as "personId", bureau_code as bureau, unit_code as "unitCode", class_code as "classCode", grade, cause, period, service_years as "serviceYears",
  born_on as "bornOn", place, pays_from as "paysFrom", ended_on as "endedOn", is_minor as "isMinor",
  approved_at is not null as "isApproved", payee_bank as "payeeBank", payee_account as "payeeAccount"`

/** What somebody is paid for at a bureau. */
export async function findKept(tx: Tx, bureau: string, personId: string): Promise<KeptRow[]> {
  const { rows } = await tx.query<KeptRow>(
    `select ${COLUMNS} from benefits.entitlements where bureau_code = $1 and person_id = $2 order by class_code`,
    [bureau, personId],
  )
  return rows
}

/** Entitlements of a bureau that wait, by person. */
export async function listUnapproved(tx: Tx, bureau: string, limit: number): Promise<KeptRow[]> {
  const { rows } = await tx.query<KeptRow>(
    `select ${COLUMNS} from benefits.entitlements where bureau_code = $1 and approved_at is null order by applied_at, person_id, class_code limit $2`,
    [bureau, limit],
  )
  return rows
}

/** Account, name and bank of whom it is paid to, sealed as one (`packPayee`) under the person. */
export const ACCOUNT = 'benefits.entitlements.payee_account'

/** `6222 **** 1234`: enough for somebody who knows the account. */
export const maskAccount = (account: string): string => `${account.slice(0, 4)} **** ${account.slice(-4)}`

/** The same of an account that is sealed under a person. */
export const maskSealed = (secrets: Secrets, personId: string, sealed: Buffer): string =>
  maskAccount(readPayee(secrets.decrypt(ACCOUNT, personId, sealed)).account)

export interface Seeing {
  readonly secrets: Secrets
  readonly today: PlainDate
  readonly nameOf: (personId: string) => string
  /** Identities that have ended in their files. */
  readonly ended: ReadonlySet<string>
}

/** An entitlement as a page shows it: masked, with the state of the day. */
export function keptSeen(row: KeptRow, course: Course, { secrets, today, nameOf, ended }: Seeing): Kept {
  const holding = course.holdings.find(({ classCode }) => classCode === row.classCode)
  const { state, reason } = holding
    ? stateOf(course, holding, { isApproved: row.isApproved, today })
    : { state: 'ended' as const, reason: null }
  const { id, personId, classCode, grade, cause, paysFrom, payeeBank: bank, payeeAccount: sealed } = row
  const payee = bank && sealed ? { bank, accountMasked: maskSealed(secrets, personId, sealed) } : null
  return {
    id,
    personId,
    nameMasked: nameOf(personId),
    classCode,
    grade,
    cause,
    state,
    reason,
    paysFrom,
    hasEndedInFile: ended.has(id),
    payee,
  }
}

/** The course of somebody by what is kept. */
export const courseOfRows = (rows: readonly KeptRow[], events: readonly EventRead[], diedOn: PlainDate | null = null): Course =>
  courseOfKept(rows, events, { file: { ...OPEN_FILE, diedOn }, bureau: rows[0]?.bureau ?? '' })
