import { Input } from 'antd'
import { useState } from 'react'
import type { PlainDate } from '../../../../kernel/plain-date.ts'
import { useAction } from '../../../../ui/api/use-action.ts'
import { ChoiceField } from '../../../../ui/fields/ChoiceField.tsx'
import { FormField } from '../../../../ui/fields/FormField.tsx'
import { LineField } from '../../../../ui/fields/LineField.tsx'
import { ActionDrawer } from '../../../../ui/layout/ActionDrawer.tsx'
import { useText } from '../../../../ui/text/use-text.ts'
import { type Cause, type DonorKind, recordDonation } from '../../contract.ts'
import { useAssistWords } from '../use-assist-words.ts'
import { fenOf } from '../yuan-field.ts'
import { readGoods, unreadLine } from './goods-lines.ts'
import { fundMessages } from './messages-funds.ts'

const CAUSES = ['disability', 'unemployment', 'relapse', 'accident', 'other'] as const
const EMPTY = {
  donorKind: 'named' as DonorKind,
  name: '',
  phone: '',
  form: 'cash' as 'cash' | 'goods',
  yuan: '',
  goods: '',
  earmark: 'any' as Cause | 'any',
  receivedOn: '',
}
type Draft = typeof EMPTY

function donorOf({ donorKind, name, phone }: Draft) {
  if (donorKind === 'anonymous') return { kind: 'anonymous' } as const
  if (name.trim().length < 2) return undefined
  return donorKind === 'named'
    ? ({ kind: 'named', name, phone: phone.trim() === '' ? null : phone } as const)
    : ({ kind: 'treasury', document: name } as const)
}

function giftOf({ form, yuan, goods }: Draft) {
  if (form === 'cash') {
    const amountFen = fenOf(yuan)
    return amountFen === undefined ? undefined : ({ form, amountFen } as const)
  }
  const listed = readGoods(goods)
  return listed === undefined ? undefined : ({ form, goods: listed } as const)
}

/** A gift in money or in goods, by name or not, for any cause or one. */
export function RecordDonationDrawer({ fundId, onClose }: { fundId: string; onClose: () => void }) {
  const text = useText(fundMessages)
  const [draft, setDraft] = useState(EMPTY)
  const saving = useAction(recordDonation, { onDone: onClose })
  const [donor, gift] = [donorOf(draft), giftOf(draft)]
  const { earmark, receivedOn } = draft
  const isFilled = donor !== undefined && gift !== undefined && receivedOn !== ''
  const save = () => {
    if (!donor || !gift) return
    const to = earmark === 'any' ? null : earmark
    void saving.send({ fundId, donor, gift, earmark: to, receivedOn: receivedOn as PlainDate })
  }
  return (
    <ActionDrawer
      title={text('assist.fund.record')}
      saveLabel={text('assist.fund.recordSave')}
      action={saving}
      refused={saving.refusal && text(`assist.fund.refusal.${saving.refusal.code}`)}
      isTouched={draft !== EMPTY}
      promise={text('assist.fund.recordPromise')}
      blocked={isFilled ? undefined : text('assist.fund.recordIncomplete')}
      onSave={save}
      onClose={onClose}
    >
      <DonorFields draft={draft} onChange={setDraft} />
      <GiftFields draft={draft} onChange={setDraft} />
    </ActionDrawer>
  )
}

interface FieldsProps {
  draft: Draft
  onChange: (draft: Draft) => void
}

function DonorFields({ draft, onChange }: FieldsProps) {
  const text = useText(fundMessages)
  const words = useAssistWords()
  const { donorKind, name, phone } = draft
  return (
    <>
      <ChoiceField
        label={text('assist.fund.donorKind')}
        value={donorKind}
        onChange={(chosen) => onChange({ ...draft, donorKind: chosen })}
        options={(['named', 'anonymous', 'treasury'] as const).map((one) => [one, words.donor(one)] as const)}
      />
      {donorKind !== 'anonymous' && (
        <LineField
          label={text(donorKind === 'named' ? 'assist.fund.donorName' : 'assist.fund.document')}
          value={name}
          onChange={(value) => onChange({ ...draft, name: value })}
        />
      )}
      {donorKind === 'named' && (
        <LineField label={text('assist.fund.phone')} value={phone} onChange={(value) => onChange({ ...draft, phone: value })} />
      )}
    </>
  )
}

function GiftFields({ draft, onChange }: FieldsProps) {
  const text = useText(fundMessages)
  const words = useAssistWords()
  const { form, yuan, goods, earmark, receivedOn } = draft
  const unread = unreadLine(goods)
  return (
    <>
      <ChoiceField
        label={text('assist.fund.form')}
        value={form}
        onChange={(chosen) => onChange({ ...draft, form: chosen })}
        options={(['cash', 'goods'] as const).map((one) => [one, text(`assist.fund.form.${one}`)] as const)}
      />
      {form === 'cash' ? (
        <LineField label={text('assist.fund.yuan')} value={yuan} onChange={(value) => onChange({ ...draft, yuan: value })} />
      ) : (
        <FormField
          label={text('assist.fund.goodsList')}
          hint={text('assist.fund.goodsHint')}
          error={unread === undefined ? undefined : text('assist.fund.goodsWrong', { line: unread })}
        >
          {(field) => (
            <Input.TextArea {...field} rows={4} value={goods} onChange={(event) => onChange({ ...draft, goods: event.target.value })} />
          )}
        </FormField>
      )}
      <ChoiceField
        label={text('assist.fund.earmark')}
        value={earmark}
        onChange={(chosen) => onChange({ ...draft, earmark: chosen })}
        options={[['any', words.cause(null)], ...CAUSES.map((one) => [one, words.cause(one)] as const)]}
      />
      <LineField
        label={text('assist.fund.receivedOn')}
        type="date"
        value={receivedOn}
        onChange={(value) => onChange({ ...draft, receivedOn: value })}
      />
    </>
  )
}
