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
  /** A name that is being looked for: whoever it means is not named yet. */
  readonly sought: string
  readonly organisation: string
  readonly uscc: string
}

export type Faults = Readonly<Record<string, ValueFault['why'] | 'wrong-uscc' | 'not-picked'>>

export const emptyDraft = (unitCode: UnitCode, today: string): WorkDraft => ({
  on: today,
  until: '',
  unitCode,
  values: {},
  people: [],
  sought: '',
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
  sought: '',
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

const answerIn = (draft: WorkDraft, code: string): unknown =>
  code.startsWith('#') ? draft[code.slice(1) as keyof WorkDraft] : draft.values[code]

/** Of faults that were shown, those that stand: what was answered otherwise since is judged anew, by what is known here. */
export function stillWrong(shown: Faults, { kind, was, draft }: { kind: KindOnDesk; was: WorkDraft; draft: WorkDraft }): Faults {
  const message = messageOfDraft(kind, draft)
  const now: Faults = message.ok ? {} : message.refusal
  return Object.fromEntries(
    Object.entries(shown).flatMap(([code, why]) => {
      const left = now[code] ?? (answerIn(was, code) === answerIn(draft, code) ? why : undefined)
      return left === undefined ? [] : [[code, left]]
    }),
  )
}

/** A name that was typed and not picked would be dropped without a word. */
function faultOfPeople({ people }: KindOnDesk, draft: WorkDraft): Faults[string] | undefined {
  if (people !== 'none' && draft.sought.trim() !== '') return 'not-picked'
  return people === 'required' && draft.people.length === 0 ? 'missing' : undefined
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
  const people = faultOfPeople(kind, draft)
  if (people) faults['#people'] = people
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
