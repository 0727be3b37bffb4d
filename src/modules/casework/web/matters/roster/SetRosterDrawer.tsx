import { Input } from 'antd'
import { useState } from 'react'
import { PlainDate } from '../../../../../kernel/plain-date.ts'
import type { UnitCode } from '../../../../../kernel/region-code.ts'
import { useAction } from '../../../../../ui/api/use-action.ts'
import { FormField } from '../../../../../ui/fields/FormField.tsx'
import { LineField } from '../../../../../ui/fields/LineField.tsx'
import { ActionDrawer } from '../../../../../ui/layout/ActionDrawer.tsx'
import { useText } from '../../../../../ui/text/use-text.ts'
import { setRoster } from '../../../contract.ts'
import { rosterMessages } from './messages-roster.ts'
import { linesOfSlots, slotsOfLines, type TypedSlot } from './slot-lines.ts'

interface SetRosterProps {
  unitCode: UnitCode
  day: { onDay: string; slots: readonly TypedSlot[] }
  onClose: () => void
}

/** Sets one day of the roster as a whole, one lawyer a line. */
export function SetRosterDrawer({ unitCode, day, onClose }: SetRosterProps) {
  const text = useText(rosterMessages)
  const [onDay, setDay] = useState(day.onDay)
  const [typed, setTyped] = useState(linesOfSlots(day.slots))
  const [isChecked, setChecked] = useState(false)
  const form = useAction(setRoster, { onDone: onClose })
  const read = slotsOfLines(typed)
  const chosen = PlainDate.safeParse(onDay)
  const save = () => {
    setChecked(true)
    if ('slots' in read && chosen.success) void form.send({ unitCode, onDay: chosen.data, slots: [...read.slots] })
  }
  const { refusal } = form
  const wrongLine = isChecked && 'wrongLine' in read ? text('roster.wrongLine', { line: read.wrongLine }) : undefined
  const dayMissing = isChecked && !chosen.success ? text('roster.dayMissing') : undefined
  return (
    <ActionDrawer
      title={text('roster.set')}
      saveLabel={text('roster.save')}
      action={form}
      isTouched={onDay !== day.onDay || typed !== linesOfSlots(day.slots)}
      promise={text('roster.promise')}
      onSave={save}
      onClose={onClose}
    >
      <LineField
        label={text('roster.day')}
        type="date"
        error={refusal?.code === 'day-gone' ? text('roster.refusal.day-gone', { today: refusal.today }) : dayMissing}
        value={onDay}
        onChange={setDay}
      />
      <FormField label={text('roster.who')} hint={text('roster.whoHint')} error={wrongLine ?? (refusal && slotSentence(refusal, text))}>
        {(field) => <Input.TextArea {...field} rows={5} maxLength={600} value={typed} onChange={(event) => setTyped(event.target.value)} />}
      </FormField>
    </ActionDrawer>
  )
}

type Refusal = NonNullable<
  ReturnType<typeof useAction<typeof setRoster.input, typeof setRoster.output, typeof setRoster.refusal>>['refusal']
>

function slotSentence(refusal: Refusal, text: ReturnType<typeof useText<(typeof rosterMessages)['keys'][number]>>): string | undefined {
  switch (refusal.code) {
    case 'ends-before-it-begins':
      return text('roster.refusal.ends-before-it-begins', { from: refusal.from })
    case 'sits-twice':
      return text('roster.refusal.sits-twice', { lawyer: refusal.lawyer })
    case 'not-a-centre':
      return text('roster.refusal.not-a-centre')
    default:
      return undefined
  }
}
