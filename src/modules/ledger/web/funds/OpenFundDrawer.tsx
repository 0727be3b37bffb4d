import { useState } from 'react'
import { Link } from 'react-router'
import { type RegionCode, tierOf } from '../../../../kernel/region-code.ts'
import { useAction } from '../../../../ui/api/use-action.ts'
import { ChoiceField } from '../../../../ui/fields/ChoiceField.tsx'
import { LineField } from '../../../../ui/fields/LineField.tsx'
import { ActionDrawer } from '../../../../ui/layout/ActionDrawer.tsx'
import { useText } from '../../../../ui/text/use-text.ts'
import { type AccountRow, FundKind, openFundAction } from '../../contract.ts'
import { ledgerMessages } from '../messages.ts'
import { useRefusalWords } from '../use-refusal-words.ts'

interface OpenFundProps {
  place: RegionCode
  accounts: readonly AccountRow[]
  onClose: () => void
}

/** Counties and cities keep funds of help with what is given to them: those are opened where gifts and grants are. */
const keepsHelp = (place: RegionCode): boolean => ['county', 'city'].includes(tierOf(place))

/** Opens a fund, at the top or below one of its kind. */
export function OpenFundDrawer({ place, accounts, onClose }: OpenFundProps) {
  const text = useText(ledgerMessages)
  const words = useRefusalWords()
  const [draft, setDraft] = useState({ name: '', purpose: '', parentId: '', fundKind: 'benefit' as FundKind })
  const form = useAction(openFundAction, { onDone: onClose })
  const set = (change: Partial<typeof draft>) => setDraft({ ...draft, ...change })
  const parents = accounts.filter(({ kind, fundKind }) => kind === 'fund' && fundKind === draft.fundKind)
  const isElsewhere = draft.fundKind !== 'benefit' && draft.parentId === '' && keepsHelp(place)
  const missing = draft.name.trim().length >= 2 ? undefined : text('ledger.nameMissing')
  const save = () =>
    void form.send({
      place,
      name: draft.name,
      fundKind: draft.fundKind,
      parentId: draft.parentId === '' ? null : draft.parentId,
      purpose: draft.purpose.trim() === '' ? null : draft.purpose,
    })
  return (
    <ActionDrawer
      title={text('ledger.open')}
      saveLabel={text('ledger.open')}
      action={form}
      refused={words(form.refusal)}
      isTouched={draft.name !== ''}
      promise={text('ledger.openPromise')}
      blocked={isElsewhere ? text('ledger.openElsewhere') : missing}
      onSave={save}
      onClose={onClose}
    >
      <LineField label={text('ledger.name')} value={draft.name} onChange={(name) => set({ name })} />
      <ChoiceField
        label={text('ledger.fundKind')}
        value={draft.fundKind}
        onChange={(fundKind) => set({ fundKind, parentId: '' })}
        options={FundKind.options.map((kind) => [kind, text(`ledger.fundKind.${kind}`)] as const)}
      />
      <ChoiceField
        label={text('ledger.parent')}
        value={draft.parentId}
        onChange={(parentId) => set({ parentId })}
        options={[['', text('ledger.noParent')], ...parents.map(({ id, name }) => [id, name] as const)]}
      />
      {isElsewhere && (
        <p>
          {text('ledger.openElsewhereWords')}{' '}
          <Link className="ledger-link" to="/desk/funds">
            {text('ledger.toHelp')}
          </Link>
        </p>
      )}
      <LineField label={text('ledger.purposeField')} value={draft.purpose} onChange={(purpose) => set({ purpose })} />
    </ActionDrawer>
  )
}
