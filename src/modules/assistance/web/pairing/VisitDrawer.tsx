import { useState } from 'react'
import type { PlainDate } from '../../../../kernel/plain-date.ts'
import { useAction } from '../../../../ui/api/use-action.ts'
import { useToday } from '../../../../ui/api/use-today.ts'
import { Chips } from '../../../../ui/fields/Chips.tsx'
import { ChoiceField } from '../../../../ui/fields/ChoiceField.tsx'
import { FieldGroup } from '../../../../ui/fields/FieldGroup.tsx'
import { LineField } from '../../../../ui/fields/LineField.tsx'
import { ActionDrawer } from '../../../../ui/layout/ActionDrawer.tsx'
import { type NeedKind, type Pairing, VisitResult, VisitWay, visitPairing } from '../../contract.ts'
import { usePairingWords } from './use-pairing-words.ts'

/** A visit of the helper: when, how, what it settled, how the person fares. */
export function VisitDrawer({ pairing, onClose }: { pairing: Pairing; onClose: () => void }) {
  const words = usePairingWords()
  const { text } = words
  const [first] = useState({
    visitedOn: useToday() as string,
    way: 'home' as (typeof VisitWay.options)[number],
    result: 'same' as (typeof VisitResult.options)[number],
    met: [] as NeedKind[],
  })
  const [draft, setDraft] = useState(first)
  const form = useAction(visitPairing, { onDone: onClose })
  const save = () => void form.send({ pairingId: pairing.id, ...draft, visitedOn: draft.visitedOn as PlainDate })
  return (
    <ActionDrawer
      title={text('pairing.visit')}
      saveLabel={text('pairing.save')}
      action={form}
      refused={words.refusal(form.refusal)}
      isTouched={draft !== first}
      blocked={draft.visitedOn === '' ? text('pairing.incomplete') : undefined}
      onSave={save}
      onClose={onClose}
    >
      <LineField
        label={text('pairing.visitedOn')}
        type="date"
        value={draft.visitedOn}
        onChange={(visitedOn) => setDraft({ ...draft, visitedOn })}
      />
      <ChoiceField
        label={text('pairing.way')}
        value={draft.way}
        onChange={(way) => setDraft({ ...draft, way })}
        options={VisitWay.options.map((one) => [one, text(`pairing.wayOf.${one}`)] as const)}
      />
      <ChoiceField
        label={text('pairing.result')}
        value={draft.result}
        onChange={(result) => setDraft({ ...draft, result })}
        options={VisitResult.options.map((one) => [one, words.result(one)] as const)}
      />
      <FieldGroup label={text('pairing.met')}>
        <Chips
          options={pairing.kinds.map((value) => ({ value, label: words.kind(value) }))}
          chosen={draft.met}
          onChange={(met) => setDraft({ ...draft, met })}
        />
      </FieldGroup>
    </ActionDrawer>
  )
}
