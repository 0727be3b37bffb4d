import { Input } from 'antd'
import { useState } from 'react'
import { useAction } from '../../../../../ui/api/use-action.ts'
import { useView } from '../../../../../ui/api/use-view.ts'
import { FormField } from '../../../../../ui/fields/FormField.tsx'
import { ActionDrawer } from '../../../../../ui/layout/ActionDrawer.tsx'
import { ErrorState } from '../../../../../ui/parts/ErrorState.tsx'
import { useText } from '../../../../../ui/text/use-text.ts'
import { claimMatter, listColleagues, type Matter } from '../../../contract.ts'
import { matterMessages } from '../messages.ts'
import { HandRefused } from './HandRefused.tsx'

/** Gives a matter to a colleague of the same unit who can go on with it, with a word of what to know. */
export function HandOverDrawer({ matter, onClose }: { matter: Matter; onClose: () => void }) {
  const text = useText(matterMessages)
  const [accountId, setAccountId] = useState('')
  const [note, setNote] = useState('')
  const colleagues = useView(listColleagues, { matterId: matter.id })
  const form = useAction(claimMatter, { onDone: onClose })
  const save = () => void form.send({ matterId: matter.id, accountId, ...(note.trim() === '' ? {} : { note: note.trim() }) })
  return (
    <ActionDrawer
      title={`${matter.person?.nameMasked ?? ''} ${text('matters.desk.handOverTitle')}`.trim()}
      saveLabel={text('matters.desk.handOver')}
      action={form}
      refused={form.refusal && <HandRefused refusal={form.refusal} />}
      isTouched={note !== ''}
      blocked={accountId === '' ? text('matters.desk.pick') : undefined}
      onSave={save}
      onClose={onClose}
    >
      <Colleagues all={colleagues.data?.colleagues ?? []} chosen={accountId} onChoose={setAccountId} />
      {colleagues.data?.colleagues.length === 0 && <p className="faint">{text('matters.desk.noColleague')}</p>}
      {colleagues.error && <ErrorState isReading problem={colleagues.error.problem} onRetry={() => void colleagues.refetch()} slim />}
      <FormField label={text('matters.desk.note')} hint={text('matters.desk.noteHint')} optional>
        {(field) => (
          <Input.TextArea
            {...field}
            autoSize={{ minRows: 2, maxRows: 8 }}
            maxLength={500}
            value={note}
            onChange={(event) => setNote(event.target.value)}
          />
        )}
      </FormField>
    </ActionDrawer>
  )
}

interface ColleaguesProps {
  all: readonly { accountId: string; name: string }[]
  chosen: string
  onChoose: (accountId: string) => void
}

/** There from the start, so that it has the focus while the names are still on their way. */
function Colleagues({ all, chosen, onChoose }: ColleaguesProps) {
  const text = useText(matterMessages)
  return (
    <FormField label={text('matters.desk.colleague')} hint={text('matters.desk.colleagueHint')}>
      {(field) => (
        <select {...field} className="plain-select" value={chosen} onChange={(event) => onChoose(event.target.value)}>
          <option value="" />
          {all.map(({ accountId, name }) => (
            <option key={accountId} value={accountId}>
              {name}
            </option>
          ))}
        </select>
      )}
    </FormField>
  )
}
