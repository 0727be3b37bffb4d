import type { PersonId } from '../../../kernel/id.ts'
import { bureauOf, regionOf, tierOf } from '../../../kernel/region-code.ts'
import { ok, type Result, refuse } from '../../../kernel/result.ts'
import type { ActionContext } from '../../../platform/actions/context.ts'
import { findDivision } from '../../network/index.ts'
import { findPersonUnits } from '../../registry/index.ts'
import type { RecordWorkRefusal, WorkFields, WorkKind } from '../contract.ts'
import { checkValues, givenValues } from '../domain/check-values.ts'
import { factsOf, type KeptFact } from '../domain/facts-of.ts'
import { findKind } from './kind-rows.ts'

/** A record that may be written: with the kind it was checked by and what it tells the indicators. */
export interface CheckedEntry {
  readonly kind: WorkKind
  readonly fields: WorkFields
  readonly facts: readonly KeptFact[]
}

type Checked = Result<CheckedEntry, RecordWorkRefusal>

function refusalOfDays({ state }: WorkKind, { on, until }: WorkFields, today: WorkFields['on']): RecordWorkRefusal | undefined {
  if (on > today) return { code: 'in-the-future', today }
  if (until !== undefined && !state) return { code: 'never-ends' }
  if (until !== undefined && until <= on) return { code: 'ends-before-start' }
  return undefined
}

function refusalOfNames({ people, organisation }: WorkKind, fields: WorkFields): RecordWorkRefusal | undefined {
  if (people === 'required' && fields.personIds.length === 0) return { code: 'nobody-named' }
  if (people === 'none' && fields.personIds.length > 0) return { code: 'names-nobody' }
  if (organisation === 'required' && !fields.organisation) return { code: 'no-organisation' }
  if (organisation === 'none' && fields.organisation) return { code: 'names-no-organisation' }
  return undefined
}

/** Persons whose files lie in the bureau of the record and in the actor's range: others are not there. */
async function findStrangers({ tx }: ActionContext, { personIds, unitCode }: WorkFields): Promise<PersonId[]> {
  if (personIds.length === 0) return []
  const units = await findPersonUnits(tx, personIds)
  return personIds.filter((id) => {
    const unit = units.get(id)
    return unit === undefined || bureauOf(unit) !== bureauOf(unitCode)
  })
}

/** What a sheet and a form have in common: days, names and answers, by the kind. */
export function checkByKind(kind: WorkKind, fields: WorkFields, today: WorkFields['on']): RecordWorkRefusal | undefined {
  const refusal = refusalOfDays(kind, fields, today) ?? refusalOfNames(kind, fields)
  if (refusal) return refusal
  const faults = checkValues(kind, fields.values)
  return faults.length > 0 ? { code: 'values-wrong', faults } : undefined
}

/** The kind by which something new may be recorded at a unit; with `anyTier` also at units below it. */
export async function findUsableKind(
  context: ActionContext,
  { kind: code, unitCode }: Pick<WorkFields, 'kind' | 'unitCode'>,
  { anyTier = false } = {},
): Promise<Result<WorkKind, Extract<RecordWorkRefusal, { code: 'unknown-place' | 'unknown-kind' | 'kind-retired' | 'not-at-this-tier' }>>> {
  // Whoever works at a unit may record for it, though its place is a pseudo node that is no division.
  const isPlace = unitCode === context.actor.unitCode || (await findDivision(context.tx, regionOf(unitCode))) !== undefined
  if (!isPlace) return refuse({ code: 'unknown-place' })
  const found = await findKind(context.tx, { code, place: unitCode })
  if (!found) return refuse({ code: 'unknown-kind' })
  if (found.retired) return refuse({ code: 'kind-retired' })
  const { tiers } = found.kind
  return anyTier || tiers.includes(tierOf(unitCode)) ? ok(found.kind) : refuse({ code: 'not-at-this-tier', tiers })
}

export const entryOf = (kind: WorkKind, fields: WorkFields): CheckedEntry => {
  const values = givenValues(fields.values)
  return { kind, fields: { ...fields, values }, facts: factsOf(kind, { on: fields.on, until: fields.until, values }) }
}

/** Says whether a record can be as it was sent: by a kind that is used here, on a day that has come, with answers that fit. */
export async function checkEntry(context: ActionContext, fields: WorkFields): Promise<Checked> {
  const usable = await findUsableKind(context, fields)
  if (!usable.ok) return usable
  const refusal = checkByKind(usable.value, fields, context.today)
  if (refusal) return refuse(refusal)
  const strangers = await findStrangers(context, fields)
  return strangers.length > 0 ? refuse({ code: 'person-not-found', personIds: strangers }) : ok(entryOf(usable.value, fields))
}
