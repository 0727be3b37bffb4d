import { useState } from 'react'
import type { PersonId } from '../../../../kernel/id.ts'
import type { PlainDate } from '../../../../kernel/plain-date.ts'
import type { RegionCode } from '../../../../kernel/region-code.ts'
import { useAction } from '../../../../ui/api/use-action.ts'
import { ChoiceField } from '../../../../ui/fields/ChoiceField.tsx'
import { LineField } from '../../../../ui/fields/LineField.tsx'
import { ActionDrawer } from '../../../../ui/layout/ActionDrawer.tsx'
import { useText } from '../../../../ui/text/use-text.ts'
import { recordEvent } from '../../contract.ts'
import { personMessages } from '../person/messages-person.ts'
import { useBenefitWords } from '../use-benefit-words.ts'
import { keptMessages } from './messages-kept.ts'

const KINDS = ['suspended', 'resumed', 'regraded', 'died', 'moved', 'schooled', 'mental', 'ended'] as const
const REASONS = ['unconfirmed', 'prison', 'wanted', 'rightsLost'] as const
const GRADES = Array.from({ length: 10 }, (_, at) => String(at + 1))
const CAUSES = ['war', 'duty', 'illness'] as const

interface Draft {
  kind: (typeof KINDS)[number]
  on: string
  reason: (typeof REASONS)[number]
  grade: string
  cause: (typeof CAUSES)[number]
  place: string
  evidence: string
}
const EMPTY: Draft = { kind: 'suspended', on: '', reason: 'unconfirmed', grade: '5', cause: 'duty', place: '', evidence: '' }

/** A draft as the action takes it: fields of other kinds are left out. */
function eventOf({ kind, on, reason, grade, cause, place, evidence }: Draft) {
  return {
    kind,
    effectiveOn: on as PlainDate,
    evidence,
    ...(kind === 'suspended' ? { reason } : {}),
    ...(kind === 'regraded' ? { grade: Number(grade), cause } : {}),
    ...(kind === 'moved' ? { place: `${place}000000` as RegionCode } : {}),
  }
}

/** What happened to somebody, with the paper that says so. */
export function RecordEventDrawer({ personId, onClose }: { personId: PersonId; onClose: () => void }) {
  const text = useText(keptMessages)
  const [draft, setDraft] = useState(EMPTY)
  const put = (more: Partial<Draft>) => setDraft({ ...draft, ...more })
  const form = useAction(recordEvent, { onDone: onClose })
  const isFilled = draft.on !== '' && draft.evidence.trim().length >= 2 && (draft.kind !== 'moved' || /^\d{6}$/.test(draft.place))
  const save = () => void form.send({ personId, event: eventOf(draft) })
  const { refusal } = form
  const earliest = refusal?.code === 'too-soon' ? refusal.earliest : ''
  return (
    <ActionDrawer
      title={text('kept.record')}
      saveLabel={text('kept.save')}
      action={form}
      refused={refusal && text(`kept.refusal.${refusal.code}`, { earliest })}
      isTouched={draft !== EMPTY}
      promise={text('kept.promise')}
      blocked={isFilled ? undefined : text('kept.incomplete')}
      onSave={save}
      onClose={onClose}
    >
      <ChoiceField
        label={text('kept.what')}
        value={draft.kind}
        onChange={(kind) => put({ kind })}
        options={KINDS.map((kind) => [kind, text(`kept.kind.${kind}`)] as const)}
      />
      <KindFields draft={draft} put={put} />
      <LineField
        label={text(draft.kind === 'schooled' ? 'kept.until' : 'kept.on')}
        type="date"
        value={draft.on}
        onChange={(on) => put({ on })}
      />
      <LineField
        label={text('kept.evidence')}
        hint={text('kept.evidenceHint')}
        value={draft.evidence}
        onChange={(evidence) => put({ evidence })}
      />
    </ActionDrawer>
  )
}

function KindFields({ draft, put }: { draft: Draft; put: (more: Partial<Draft>) => void }) {
  const text = useText(keptMessages)
  const due = useText(personMessages)
  const words = useBenefitWords()
  if (draft.kind === 'suspended')
    return (
      <ChoiceField
        label={due('due.reason')}
        value={draft.reason}
        onChange={(reason) => put({ reason })}
        options={REASONS.map((reason) => [reason, due(`due.reason.${reason}`)] as const)}
      />
    )
  if (draft.kind === 'moved') return <LineField label={text('kept.place')} value={draft.place} onChange={(place) => put({ place })} />
  if (draft.kind !== 'regraded') return null
  return (
    <>
      <ChoiceField
        label={due('due.grade')}
        value={draft.grade}
        onChange={(grade) => put({ grade })}
        options={GRADES.map((grade) => [grade, words.grade(Number(grade))] as const)}
      />
      <ChoiceField
        label={due('due.cause')}
        value={draft.cause}
        onChange={(cause) => put({ cause })}
        options={CAUSES.map((cause) => [cause, words.cause(cause)] as const)}
      />
    </>
  )
}
