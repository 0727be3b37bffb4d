import { useState } from 'react'
import { useAction } from '../../../../../ui/api/use-action.ts'
import { FieldGroup } from '../../../../../ui/fields/FieldGroup.tsx'
import { LineField } from '../../../../../ui/fields/LineField.tsx'
import { ActionDrawer } from '../../../../../ui/layout/ActionDrawer.tsx'
import { todayInChina } from '../../../../../ui/outbox/right-now.ts'
import { Choice } from '../../../../../ui/parts/Choice.tsx'
import { useText } from '../../../../../ui/text/use-text.ts'
import { correctVisit, type Visit } from '../../../contract.ts'
import { formMessages } from '../form/messages-form.ts'
import { refusalSentence } from '../form/refusal-sentence.ts'
import { useVisitKeys } from '../form/use-visit-keys.ts'
import { VisitFieldset } from '../form/VisitFieldset.tsx'
import { VisitPeople } from '../form/VisitPeople.tsx'
import { newDraft, type VisitDraft } from '../form/visit-draft.ts'
import { messageOf, typedAgain } from '../form/visit-message.ts'
import { Refused } from '../Refused.tsx'
import { listMessages } from './messages-list.ts'

/** Takes a wrong visit back by a counter-record, and where there was one after all, says how it was. */
export function CorrectVisit({ visit, onClose }: { visit: Visit; onClose: () => void }) {
  const text = useText(listMessages)
  const form = useText(formMessages)
  const today = todayInChina()
  const [kind, setKind] = useState<'again' | 'void'>('again')
  const [reason, setReason] = useState('')
  const [draft, setDraft] = useState(() => draftOf(visit, today))
  const [asItWas] = useState(draft)
  const [isChecked, setChecked] = useState(false)
  const action = useAction(correctVisit, { onDone: onClose })
  const set = (change: Partial<VisitDraft>) => setDraft((before) => ({ ...before, ...change }))
  const corrected = kind === 'again' ? messageOf(draft) : undefined
  const isWhole = reason.trim().length >= 2 && (kind === 'void' || corrected !== undefined)
  const save = () => {
    setChecked(true)
    if (isWhole) void action.send({ visitId: visit.id, reason: reason.trim(), ...(corrected ? { corrected } : {}) })
  }
  const { fields, press } = useVisitKeys(draft, set)
  const why = isChecked && reason.trim().length < 2 ? text('casework.correct.whyMissing') : undefined
  return (
    <ActionDrawer
      onClose={onClose}
      onSave={save}
      action={action}
      refused={action.refusal && <Refused sentence={refusalSentence(action.refusal, form)} />}
      title={text('casework.correct.title')}
      saveLabel={text('casework.correct.save')}
      isTouched={reason !== '' || draft !== asItWas}
      onKeyDown={press}
    >
      <FieldGroup label={text('casework.correct.kind')}>
        <Choice
          label={text('casework.correct.kind')}
          options={(['again', 'void'] as const).map((value) => ({ value, label: text(`casework.correct.${value}`) }))}
          value={kind}
          onChange={setKind}
        />
      </FieldGroup>
      <LineField
        label={text('casework.correct.why')}
        hint={text('casework.correct.whyHint')}
        error={why}
        max={500}
        value={reason}
        onChange={setReason}
      />
      {kind === 'again' && (
        <div ref={fields}>
          <VisitPeople
            people={draft.people}
            thisYear={Number(today.slice(0, 4))}
            missing={isChecked ? form('casework.record.nobody') : undefined}
            onChange={(people) => set({ people: [...people].map(plain) })}
          />
          {visit.outOfSight > 0 && <p className="note">{text('casework.correct.outOfSight', { count: visit.outOfSight })}</p>}
          <VisitFieldset draft={draft} set={set} today={today} />
        </div>
      )}
    </ActionDrawer>
  )
}

const plain = (person: Omit<VisitDraft['people'][number], 'classes'> & { readonly classes: readonly string[] }) => ({
  ...person,
  classes: [...person.classes],
})

const draftOf = (visit: Visit, today: string): VisitDraft => ({
  ...newDraft(today),
  people: visit.people.map((person) => ({ ...person, unitCode: visit.unitCode, lastContactOn: null })),
  ...typedAgain(visit),
})
