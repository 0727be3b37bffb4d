import type { PlainDate } from '../../../../kernel/plain-date.ts'
import { ChoiceField } from '../../../../ui/fields/ChoiceField.tsx'
import { LineField } from '../../../../ui/fields/LineField.tsx'
import { useText } from '../../../../ui/text/use-text.ts'
import type { Supposed } from '../../contract.ts'
import { useBenefitWords } from '../use-benefit-words.ts'
import { personMessages } from './messages-person.ts'

const KINDS = ['none', 'regraded', 'suspended', 'died'] as const
const REASONS = ['prison', 'wanted', 'rightsLost', 'unconfirmed'] as const
const GRADES = Array.from({ length: 10 }, (_, at) => String(at + 1))
const CAUSES = ['war', 'duty', 'illness'] as const

/** What may be supposed of somebody, as it is being typed. */
export interface SupposeDraft {
  kind: (typeof KINDS)[number]
  on: string
  until: string
  grade: string
  cause: (typeof CAUSES)[number]
  reason: (typeof REASONS)[number]
}
export const NOTHING_SUPPOSED: SupposeDraft = { kind: 'none', on: '', until: '', grade: '5', cause: 'duty', reason: 'prison' }

/** A draft as the view is asked; nothing is supposed until its day is there. */
export function supposedOf({ kind, on, until, grade, cause, reason }: SupposeDraft): Supposed {
  if (kind === 'none' || on === '') return {}
  const day = on as PlainDate
  if (kind === 'died') return { diedOn: day }
  if (kind === 'regraded') return { regraded: { on: day, grade: Number(grade), cause } }
  return { suspended: { reason, from: day, to: until === '' ? null : (until as PlainDate) } }
}

export function SupposeFields({ draft, onChange }: { draft: SupposeDraft; onChange: (draft: SupposeDraft) => void }) {
  const text = useText(personMessages)
  const words = useBenefitWords()
  const put = (more: Partial<SupposeDraft>) => onChange({ ...draft, ...more })
  return (
    <>
      <ChoiceField
        label={text('due.suppose')}
        value={draft.kind}
        onChange={(kind) => put({ kind })}
        options={KINDS.map((kind) => [kind, text(`due.suppose.${kind}`)] as const)}
      />
      {draft.kind !== 'none' && <LineField label={text('due.on')} type="date" value={draft.on} onChange={(on) => put({ on })} />}
      {draft.kind === 'regraded' && (
        <>
          <ChoiceField
            label={text('due.grade')}
            value={draft.grade}
            onChange={(grade) => put({ grade })}
            options={GRADES.map((grade) => [grade, words.grade(Number(grade))] as const)}
          />
          <ChoiceField
            label={text('due.cause')}
            value={draft.cause}
            onChange={(cause) => put({ cause })}
            options={CAUSES.map((cause) => [cause, words.cause(cause)] as const)}
          />
        </>
      )}
      {draft.kind === 'suspended' && (
        <>
          <ChoiceField
            label={text('due.reason')}
            value={draft.reason}
            onChange={(reason) => put({ reason })}
            options={REASONS.map((reason) => [reason, text(`due.reason.${reason}`)] as const)}
          />
          <LineField label={text('due.until')} type="date" value={draft.until} onChange={(until) => put({ until })} />
        </>
      )}
    </>
  )
}
