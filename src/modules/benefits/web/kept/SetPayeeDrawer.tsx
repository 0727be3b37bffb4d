import { useState } from 'react'
import type { PersonId } from '../../../../kernel/id.ts'
import { useAction } from '../../../../ui/api/use-action.ts'
import { LineField } from '../../../../ui/fields/LineField.tsx'
import { ActionDrawer } from '../../../../ui/layout/ActionDrawer.tsx'
import { useText } from '../../../../ui/text/use-text.ts'
import { setPayee } from '../../contract.ts'
import { keptMessages } from './messages-kept.ts'

const EMPTY = { bank: '', account: '', again: '', holder: '', evidence: '' }

/** Digits, as they are printed in groups on a card. */
const digits = (typed: string): string => typed.replaceAll(/[\s-]/g, '')

/** To which account somebody is paid; the number is typed twice, since nobody reads it back afterwards. */
export function SetPayeeDrawer({ personId, onClose }: { personId: PersonId; onClose: () => void }) {
  const text = useText(keptMessages)
  const [draft, setDraft] = useState(EMPTY)
  const put = (more: Partial<typeof EMPTY>) => setDraft({ ...draft, ...more })
  const form = useAction(setPayee, { onDone: onClose })
  const account = digits(draft.account)
  const isNumber = /^\d{12,24}$/.test(account)
  const isSame = account === digits(draft.again)
  const isHolder = draft.holder.trim().length !== 1
  const isFilled = isHolder && draft.evidence.trim().length >= 2 && draft.bank.trim().length >= 2 && isNumber && isSame
  const save = () =>
    void form.send({ personId, bank: draft.bank.trim(), account, holder: draft.holder.trim() || null, evidence: draft.evidence.trim() })
  return (
    <ActionDrawer
      title={text('kept.setPayee')}
      saveLabel={text('kept.save')}
      action={form}
      refused={form.refusal && text(`kept.refusal.${form.refusal.code}`)}
      isTouched={draft !== EMPTY}
      promise={text('kept.payeePromise')}
      blocked={isFilled ? undefined : text('kept.payeeIncomplete')}
      onSave={save}
      onClose={onClose}
    >
      <LineField label={text('kept.holder')} hint={text('kept.holderHint')} value={draft.holder} onChange={(holder) => put({ holder })} />
      <LineField label={text('kept.bank')} value={draft.bank} onChange={(bank) => put({ bank })} />
      <LineField
        label={text('kept.account')}
        hint={text('kept.accountHint')}
        value={draft.account}
        onChange={(typed) => put({ account: typed })}
      />
      <LineField label={text('kept.accountAgain')} value={draft.again} onChange={(again) => put({ again })} />
      <LineField
        label={text('kept.evidence')}
        hint={text('kept.payeeEvidence')}
        value={draft.evidence}
        onChange={(evidence) => put({ evidence })}
      />
    </ActionDrawer>
  )
}
