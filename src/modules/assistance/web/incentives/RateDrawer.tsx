import { useState } from 'react'
import type { PlainDate } from '../../../../kernel/plain-date.ts'
import type { UnitCode } from '../../../../kernel/region-code.ts'
import { useAction } from '../../../../ui/api/use-action.ts'
import { ChoiceField } from '../../../../ui/fields/ChoiceField.tsx'
import { LineField } from '../../../../ui/fields/LineField.tsx'
import { ActionDrawer } from '../../../../ui/layout/ActionDrawer.tsx'
import { useText } from '../../../../ui/text/use-text.ts'
import { enterRate, IncentiveKind } from '../../contract.ts'
import { fenOf } from '../yuan-field.ts'
import { incentiveMessages } from './messages-incentives.ts'
import { useIncentiveRefusal } from './use-incentive-refusal.ts'

const EMPTY = { kind: 'hiring' as IncentiveKind, name: '', yuan: '', stayMonths: '12', from: '', until: '', sourceField: '' }

/** What a county pays, by its document. */
export function RateDrawer({ unitCode, onClose }: { unitCode: UnitCode; onClose: () => void }) {
  const text = useText(incentiveMessages)
  const sentence = useIncentiveRefusal()
  const [draft, setDraft] = useState(EMPTY)
  const form = useAction(enterRate, { onDone: onClose })
  const { kind, name, yuan, stayMonths, from, until, sourceField } = draft
  const amountFen = fenOf(yuan)
  const isFilled =
    name.trim().length >= 2 && amountFen !== undefined && /^\d{1,2}$/.test(stayMonths) && from !== '' && sourceField.trim().length >= 4
  const save = () => {
    const untilOn = until === '' ? null : (until as PlainDate)
    const asked = { unitCode, kind, name, stayMonths: Number(stayMonths), fromOn: from as PlainDate, untilOn, source: sourceField }
    if (amountFen !== undefined) void form.send({ ...asked, amountFen })
  }
  return (
    <ActionDrawer
      title={text('incentive.enterRate')}
      saveLabel={text('incentive.save')}
      action={form}
      refused={sentence(form.refusal)}
      isTouched={draft !== EMPTY}
      promise={text('incentive.promiseRate')}
      blocked={isFilled ? undefined : text('incentive.incomplete')}
      onSave={save}
      onClose={onClose}
    >
      <ChoiceField
        label={text('incentive.kind')}
        value={kind}
        onChange={(chosen) => setDraft({ ...draft, kind: chosen })}
        options={IncentiveKind.options.map((one) => [one, text(`incentive.kindOf.${one}`)] as const)}
      />
      {(['name', 'yuan', 'stayMonths', 'from', 'until', 'sourceField'] as const).map((key) => (
        <LineField
          key={key}
          label={text(`incentive.${key}`)}
          {...(key === 'from' || key === 'until' ? { type: 'date' as const } : {})}
          value={draft[key]}
          onChange={(value) => setDraft({ ...draft, [key]: value })}
        />
      ))}
    </ActionDrawer>
  )
}
