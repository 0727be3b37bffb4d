import { Input } from 'antd'
import { useState } from 'react'
import { useAction } from '../../../../../ui/api/use-action.ts'
import { Chips } from '../../../../../ui/fields/Chips.tsx'
import { FieldGroup } from '../../../../../ui/fields/FieldGroup.tsx'
import { FormField } from '../../../../../ui/fields/FormField.tsx'
import { ActionDrawer } from '../../../../../ui/layout/ActionDrawer.tsx'
import { todayInChina } from '../../../../../ui/outbox/right-now.ts'
import { Choice } from '../../../../../ui/parts/Choice.tsx'
import { useLanguage } from '../../../../../ui/text/language.ts'
import { useText } from '../../../../../ui/text/use-text.ts'
import { makeRound } from '../../../contract.ts'
import { Refused } from '../Refused.tsx'
import { useClassWords, useVisitWords } from '../visit-words.ts'
import { planMessages } from './messages-plans.ts'

const REASONS = ['armyDay', 'springFestival', 'sixDeliveries'] as const

/** Plans a festival round: one visit for each client of the place, or for those of some identities. */
export function MakeRound({ place, onClose }: { place: string; onClose: () => void }) {
  const text = useText(planMessages)
  const words = useVisitWords()
  const isEnglish = useLanguage() === 'en'
  const { classes } = useClassWords()
  const today = todayInChina()
  const [reason, setReason] = useState<(typeof REASONS)[number]>('armyDay')
  const [dueOn, setDueOn] = useState(today)
  const [classCodes, setClassCodes] = useState<string[]>([])
  const action = useAction(makeRound)
  const { value: done, refusal } = action
  const save = () => (done ? onClose() : void action.send({ place, reason, dueOn, classCodes }))
  return (
    <ActionDrawer
      onClose={onClose}
      onSave={save}
      action={action}
      title={text('casework.round.title')}
      saveLabel={text('casework.round.save')}
      promise={done ? text('casework.round.done', { planned: done.planned, already: done.alreadyPlanned }) : text('casework.round.promise')}
    >
      {refusal?.code === 'too-many' && (
        <Refused sentence={text('casework.round.too-many', { persons: refusal.limit, limit: refusal.limit })} />
      )}
      <FieldGroup label={text('casework.round.reason')}>
        <Choice
          label={text('casework.round.reason')}
          options={REASONS.map((value) => ({ value, label: words.reason(value) }))}
          value={reason}
          onChange={setReason}
        />
      </FieldGroup>
      <FormField
        label={text('casework.round.dueOn')}
        error={refusal?.code === 'in-the-past' ? text('casework.round.in-the-past', { day: refusal.today }) : undefined}
      >
        {(field) => (
          <Input {...field} type="date" size="middle" min={today} value={dueOn} onChange={(event) => setDueOn(event.target.value)} />
        )}
      </FormField>
      <FieldGroup label={text('casework.round.classes')}>
        <Chips
          options={classes.map(({ code, zh, en }) => ({ value: code, label: isEnglish ? en : zh }))}
          chosen={classCodes}
          onChange={setClassCodes}
        />
      </FieldGroup>
    </ActionDrawer>
  )
}
