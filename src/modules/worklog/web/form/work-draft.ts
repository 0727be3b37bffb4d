import { parseFen, plainFen } from '../../../../kernel/fen.ts'
import type { PersonId } from '../../../../kernel/id.ts'
import type { UnitCode } from '../../../../kernel/region-code.ts'
import { ok, type Result, refuse } from '../../../../kernel/result.ts'
import { parseUscc } from '../../../../kernel/uscc.ts'
import { type KindOnDesk, WorkDay, type WorkFields, type WorkRecord } from '../../contract.ts'
import { checkValues, type ValueFault } from '../../domain/check-values.ts'

/** A record as it is being typed. */
export interface WorkDraft {
  readonly on: string
  readonly until: string
  readonly unitCode: UnitCode
  readonly values: Readonly<Record<string, string>>
  readonly people: readonly { readonly id: PersonId; readonly nameMasked: string }[]
  readonly organisation: string
  readonly uscc: string
}

export type Faults = Readonly<Record<string, ValueFault['why'] | 'wrong-uscc'>>

export const emptyDraft = (unitCode: UnitCode, today: string): WorkDraft => ({
  on: today,
  until: '',
  unitCode,
  values: {},
  people: [],
  organisation: '',
  uscc: '',
})

/** A record as its form shows it again: money in yuan. */
export const draftOfRecord = (
  record: Pick<WorkRecord, 'on' | 'until' | 'unitCode' | 'values' | 'people' | 'organisation'>,
  kind: KindOnDesk,
): WorkDraft => ({
  on: record.on,
  until: record.until ?? '',
  unitCode: record.unitCode,
  values: Object.fromEntries(
    Object.entries(record.values).map(([code, value]) => {
      const isMoney = kind.fields.some((field) => field.code === code && field.type === 'money')
      return [code, isMoney ? plainFen(BigInt(value)) : value]
    }),
  ),
  people: record.people,
  organisation: record.organisation?.name ?? '',
  uscc: record.organisation?.uscc ?? '',
})

/** Money as it was typed in fen; what is no amount stays, and is refused as such. */
function typedValues(kind: KindOnDesk, values: WorkDraft['values']): Record<string, string> {
  return Object.fromEntries(
    Object.entries(values).map(([code, value]) => {
      const field = kind.fields.find((one) => one.code === code)
      if (field?.type === 'number') return [code, value.trim().replaceAll(/[,，]/g, '')]
      const fen = field?.type === 'money' && value.trim() !== '' ? parseFen(value) : undefined
      return [code, fen?.ok ? String(fen.value) : value]
    }),
  )
}

/** The message of a draft, or what is wrong by field; names and days beside the form have signs of their own. */
export function messageOfDraft(kind: KindOnDesk, draft: WorkDraft): Result<WorkFields, Faults> {
  const values = typedValues(kind, draft.values)
  const faults: Record<string, Faults[string]> = Object.fromEntries(checkValues(kind, values).map(({ field, why }) => [field, why]))
  const on = WorkDay.safeParse(draft.on)
  const until = draft.until === '' ? undefined : WorkDay.safeParse(draft.until)
  const uscc = draft.uscc.trim() === '' ? undefined : parseUscc(draft.uscc)
  const name = draft.organisation.trim()
  if (!on.success) faults['#on'] = 'not-a-day'
  if (until && !until.success) faults['#until'] = 'not-a-day'
  if (uscc && !uscc.ok) faults['#uscc'] = 'wrong-uscc'
  if (kind.organisation === 'required' && name.length < 2) faults['#organisation'] = 'missing'
  if (kind.people === 'required' && draft.people.length === 0) faults['#people'] = 'missing'
  if (Object.keys(faults).length > 0 || !on.success) return refuse(faults)
  return ok({
    kind: kind.code,
    unitCode: draft.unitCode,
    on: on.data,
    ...(kind.state && until?.success ? { until: until.data } : {}),
    values: Object.fromEntries(Object.entries(values).filter(([, value]) => value.trim() !== '')),
    personIds: draft.people.map(({ id }) => id),
    ...(name === '' ? {} : { organisation: { name, ...(uscc?.ok ? { uscc: uscc.value.value } : {}) } }),
  })
}
