import { useState } from 'react'
import { parseFen } from '../../../../kernel/fen.ts'
import type { RegionCode } from '../../../../kernel/region-code.ts'
import { useAction } from '../../../../ui/api/use-action.ts'
import { ChoiceField } from '../../../../ui/fields/ChoiceField.tsx'
import { LineField } from '../../../../ui/fields/LineField.tsx'
import { ActionDrawer } from '../../../../ui/layout/ActionDrawer.tsx'
import { useText } from '../../../../ui/text/use-text.ts'
import { type AccountRow, proposeMove } from '../../contract.ts'
import { ledgerMessages } from '../messages.ts'
import { useRefusalWords } from '../use-refusal-words.ts'

const EMPTY = { kind: 'income' as 'income' | 'shift' | 'allocate', from: '', to: '', toPlace: '', amount: '', purpose: '', memo: '' }

interface MoveProps {
  place: RegionCode
  accounts: readonly AccountRow[]
  onClose: () => void
}

/** Asks for a movement: money in, between funds, or down to a bureau. */
export function MoveDrawer({ place, accounts, onClose }: MoveProps) {
  const text = useText(ledgerMessages)
  const words = useRefusalWords()
  const funds = accounts.filter(({ kind, isKept }) => kind === 'fund' && !isKept)
  const [first, second] = [funds[0]?.id ?? '', funds[1]?.id ?? funds[0]?.id ?? '']
  const [draft, setDraft] = useState({ ...EMPTY, from: first, to: second })
  const form = useAction(proposeMove, { onDone: onClose })
  const set = (change: Partial<typeof EMPTY>) => setDraft({ ...draft, ...change })
  const amount = parseFen(draft.amount)
  const isFilled = amount.ok && amount.value > 0n && draft.memo.trim().length >= 2
  const save = () => {
    if (!amount.ok) return
    const [amountFen, { kind, from, to }] = [String(amount.value), draft]
    const toPlace = draft.toPlace.trim() as RegionCode
    const move =
      kind === 'income' ? { kind, to, amountFen } : kind === 'shift' ? { kind, from, to, amountFen } : { kind, from, toPlace, amountFen }
    void form.send({ place, move, purpose: draft.purpose.trim() === '' ? null : draft.purpose, memo: draft.memo })
  }
  const names = funds.map(({ id, name }) => [id, name] as const)
  return (
    <ActionDrawer
      title={text('ledger.propose')}
      saveLabel={text('ledger.send')}
      action={form}
      refused={words(form.refusal)}
      isTouched={draft.amount !== '' || draft.memo !== ''}
      promise={text('ledger.promise')}
      blocked={isFilled ? undefined : text('ledger.incomplete')}
      onSave={save}
      onClose={onClose}
    >
      <ChoiceField
        label={text('ledger.kind')}
        value={draft.kind}
        onChange={(kind) => set({ kind })}
        options={(['income', 'shift', 'allocate'] as const).map((kind) => [kind, text(`ledger.kind.${kind}`)] as const)}
      />
      {draft.kind !== 'income' && (
        <ChoiceField label={text('ledger.from')} value={draft.from} onChange={(from) => set({ from })} options={names} />
      )}
      {draft.kind !== 'allocate' && (
        <ChoiceField label={text('ledger.to')} value={draft.to} onChange={(to) => set({ to })} options={names} />
      )}
      {draft.kind === 'allocate' && (
        <LineField label={text('ledger.place')} value={draft.toPlace} onChange={(toPlace) => set({ toPlace })} />
      )}
      <LineField
        label={text('ledger.amountField')}
        hint={text('ledger.amountHint')}
        value={draft.amount}
        onChange={(given) => set({ amount: given })}
      />
      <LineField label={text('ledger.memo')} value={draft.memo} onChange={(memo) => set({ memo })} />
      <LineField label={text('ledger.purposeField')} value={draft.purpose} onChange={(purpose) => set({ purpose })} />
    </ActionDrawer>
  )
}
