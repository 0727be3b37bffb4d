import { useState } from 'react'
import type { PlainDate } from '../../../../kernel/plain-date.ts'
import type { UnitCode } from '../../../../kernel/region-code.ts'
import { useAction } from '../../../../ui/api/use-action.ts'
import { ChoiceField } from '../../../../ui/fields/ChoiceField.tsx'
import { LineField } from '../../../../ui/fields/LineField.tsx'
import { ActionDrawer } from '../../../../ui/layout/ActionDrawer.tsx'
import { useText } from '../../../../ui/text/use-text.ts'
import { type FundKind, openFund } from '../../contract.ts'
import { useAssistWords } from '../use-assist-words.ts'
import { fundMessages } from './messages-funds.ts'

const EMPTY = { name: '', purpose: '', kind: 'care' as FundKind, isPublic: 'no' as 'no' | 'yes', permit: '', from: '', to: '' }
type Draft = typeof EMPTY

const isFilled = ({ name, purpose, isPublic, permit, from }: Draft): boolean =>
  name.trim().length >= 2 && purpose.trim().length >= 4 && (isPublic === 'no' || (permit.trim().length >= 2 && from !== ''))

/** A new fund, and whether it raises from the public. */
export function OpenFundDrawer({ unitCode, onClose }: { unitCode: UnitCode; onClose: () => void }) {
  const text = useText(fundMessages)
  const words = useAssistWords()
  const [draft, setDraft] = useState(EMPTY)
  const form = useAction(openFund, { onDone: onClose })
  const { name, purpose, kind, isPublic, permit, from, to } = draft
  const save = () => {
    const raising = isPublic === 'yes' ? { permit, from: from as PlainDate, to: to === '' ? null : (to as PlainDate) } : null
    void form.send({ unitCode, name, purpose, kind, raising })
  }
  const line = (key: 'name' | 'purpose' | 'permit' | 'from' | 'to') => ({
    value: draft[key],
    onChange: (value: string) => setDraft({ ...draft, [key]: value }),
  })
  return (
    <ActionDrawer
      title={text('assist.fund.open')}
      saveLabel={text('assist.fund.save')}
      action={form}
      refused={form.refusal && text(`assist.fund.refusal.${form.refusal.code}`)}
      isTouched={draft !== EMPTY}
      promise={text('assist.fund.promise')}
      blocked={isFilled(draft) ? undefined : text('assist.fund.incomplete')}
      onSave={save}
      onClose={onClose}
    >
      <LineField label={text('assist.fund.name')} {...line('name')} />
      <ChoiceField
        label={text('assist.fund.kind')}
        value={kind}
        onChange={(chosen) => setDraft({ ...draft, kind: chosen })}
        options={(['emergency', 'care', 'aid', 'volunteer'] as const).map((one) => [one, words.kind(one)] as const)}
      />
      <LineField label={text('assist.fund.purpose')} {...line('purpose')} />
      <ChoiceField
        label={text('assist.fund.isPublic')}
        value={isPublic}
        onChange={(chosen) => setDraft({ ...draft, isPublic: chosen })}
        options={(['no', 'yes'] as const).map((one) => [one, text(`assist.fund.isPublic.${one}`)] as const)}
      />
      {isPublic === 'yes' && (
        <>
          <LineField label={text('assist.fund.permit')} {...line('permit')} />
          <LineField label={text('assist.fund.raisingFrom')} type="date" {...line('from')} />
          <LineField label={text('assist.fund.raisingTo')} type="date" {...line('to')} />
        </>
      )}
    </ActionDrawer>
  )
}
