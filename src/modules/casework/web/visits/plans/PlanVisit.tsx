import { Input } from 'antd'
import { useState } from 'react'
import { addMonths, PlainDate } from '../../../../../kernel/plain-date.ts'
import { useAction } from '../../../../../ui/api/use-action.ts'
import { ChoiceField } from '../../../../../ui/fields/ChoiceField.tsx'
import { FormField } from '../../../../../ui/fields/FormField.tsx'
import { ActionDrawer } from '../../../../../ui/layout/ActionDrawer.tsx'
import { todayInChina } from '../../../../../ui/outbox/right-now.ts'
import { useText } from '../../../../../ui/text/use-text.ts'
import { addPlan, type VisitReason } from '../../../contract.ts'
import { PersonSearch } from '../../people/PersonSearch.tsx'
import { Refused } from '../Refused.tsx'
import { useVisitWords } from '../visit-words.ts'
import { planMessages } from './messages-plans.ts'
import '../visits.css'

interface Planned {
  id: string
  nameMasked: string
}

/** Plans a visit by hand: a person, a reason, a day by which. */
export function PlanVisit({ person, onClose }: { person?: Planned; onClose: () => void }) {
  const text = useText(planMessages)
  const { reasons } = useVisitWords()
  const today = todayInChina()
  const [who, setWho] = useState(person)
  const [reason, setReason] = useState<VisitReason>('routine')
  const [dueOn, setDueOn] = useState<string>(addMonths(PlainDate.parse(today), 1))
  const [isTouched, setTouched] = useState(false)
  const [isChecked, setChecked] = useState(false)
  const action = useAction(addPlan, { onDone: onClose })
  const isPast = dueOn < today
  const save = () => {
    setChecked(true)
    if (who && !isPast) void action.send({ personId: who.id, reason, dueOn })
  }
  const dayWrong = (isChecked && isPast) || action.refusal?.code === 'in-the-past'
  const nobody = isChecked && !who ? text('casework.plan.nobody') : undefined
  return (
    <ActionDrawer
      onClose={onClose}
      onSave={save}
      action={action}
      title={text('casework.plan.title')}
      saveLabel={text('casework.plan.save')}
      promise={text('casework.plan.promise')}
      isTouched={isTouched}
    >
      <WhoField who={who} missing={nobody} onPick={setWho} />
      {action.refusal?.code === 'person-not-found' && <Refused sentence={text('casework.plan.gone')} />}
      <div className="field-pair">
        <FormField label={text('casework.plan.by')} error={dayWrong ? text('casework.plan.past') : undefined}>
          {(field) => (
            <Input
              {...field}
              type="date"
              min={today}
              value={dueOn}
              onChange={({ target }) => {
                setDueOn(target.value)
                setTouched(true)
              }}
            />
          )}
        </FormField>
        <ChoiceField
          label={text('casework.plan.reason')}
          value={reason}
          onChange={(chosen) => {
            setReason(chosen)
            setTouched(true)
          }}
          options={reasons.map(({ value, label }) => [value, label] as const)}
        />
      </div>
    </ActionDrawer>
  )
}

interface WhoFieldProps {
  who: Planned | undefined
  missing: string | undefined
  onPick: (who: Planned) => void
}

/** Whom the visit is for: a search until somebody is chosen. */
function WhoField({ who, missing, onPick }: WhoFieldProps) {
  const text = useText(planMessages)
  if (who)
    return (
      <p className="plan-who">
        {text('casework.plan.who')} <b>{who.nameMasked}</b>
      </p>
    )
  return (
    <FormField label={text('casework.plan.who')} error={missing}>
      {(field) => <PersonSearch field={field} onPick={({ id, nameMasked }) => onPick({ id, nameMasked })} />}
    </FormField>
  )
}
