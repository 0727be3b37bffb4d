import { useState } from 'react'
import type { PlainDate } from '../../../../kernel/plain-date.ts'
import type { UnitCode } from '../../../../kernel/region-code.ts'
import { useAction } from '../../../../ui/api/use-action.ts'
import { Chips } from '../../../../ui/fields/Chips.tsx'
import { ChoiceField } from '../../../../ui/fields/ChoiceField.tsx'
import { FieldGroup } from '../../../../ui/fields/FieldGroup.tsx'
import { LineField } from '../../../../ui/fields/LineField.tsx'
import { ActionDrawer } from '../../../../ui/layout/ActionDrawer.tsx'
import { HelperKind, NeedKind, offerHelp } from '../../contract.ts'
import { usePairingWords } from './use-pairing-words.ts'

const EMPTY = { kind: 'official' as HelperKind, name: '', gives: [] as NeedKind[], capacity: '1', untilOn: '' }

/** Somebody who offers help: who, what, to how many. */
export function OfferDrawer({ unitCode, onClose }: { unitCode: UnitCode; onClose: () => void }) {
  const words = usePairingWords()
  const { text } = words
  const [draft, setDraft] = useState(EMPTY)
  const form = useAction(offerHelp, { onDone: onClose })
  const { kind, name, gives, capacity, untilOn } = draft
  const isFilled = name.trim().length >= 2 && gives.length > 0 && /^[1-9]\d{0,2}$|^1000$/.test(capacity)
  const save = () => {
    const until = untilOn === '' ? null : (untilOn as PlainDate)
    void form.send({ unitCode, kind, name, gives, capacity: Number(capacity), untilOn: until })
  }
  return (
    <ActionDrawer
      title={text('pairing.offer')}
      saveLabel={text('pairing.save')}
      action={form}
      refused={words.refusal(form.refusal)}
      isTouched={draft !== EMPTY}
      promise={text('pairing.promise')}
      blocked={isFilled ? undefined : text('pairing.incomplete')}
      onSave={save}
      onClose={onClose}
    >
      <ChoiceField
        label={text('pairing.kind')}
        value={kind}
        onChange={(chosen) => setDraft({ ...draft, kind: chosen })}
        options={HelperKind.options.map((one) => [one, words.helper(one)] as const)}
      />
      <LineField label={text('pairing.name')} value={name} onChange={(value) => setDraft({ ...draft, name: value })} />
      <FieldGroup label={text('pairing.gives')}>
        <Chips
          options={NeedKind.options.map((value) => ({ value, label: words.kind(value) }))}
          chosen={gives}
          onChange={(chosen) => setDraft({ ...draft, gives: chosen })}
        />
      </FieldGroup>
      <LineField label={text('pairing.capacity')} value={capacity} onChange={(value) => setDraft({ ...draft, capacity: value })} />
      <LineField
        label={text('pairing.untilOnOpen')}
        type="date"
        value={untilOn}
        onChange={(value) => setDraft({ ...draft, untilOn: value })}
      />
    </ActionDrawer>
  )
}
