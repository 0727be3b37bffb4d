import { Input } from 'antd'
import { useState } from 'react'
import type { RegionCode } from '../../../../kernel/region-code.ts'
import { useAction } from '../../../../ui/api/use-action.ts'
import { FormField } from '../../../../ui/fields/FormField.tsx'
import { QuickEntry } from '../../../../ui/layout/QuickEntry.tsx'
import { ErrorState } from '../../../../ui/parts/ErrorState.tsx'
import { useText } from '../../../../ui/text/use-text.ts'
import { type KindOnDesk, retireKind } from '../../contract.ts'
import { useKindWords } from '../kind-words.ts'
import { workMessages } from '../messages.ts'
import { Refused } from '../Refused.tsx'

/** Takes a kind of the place out of use; what was recorded under it stays. */
export function RetireDrawer({ kind, place, onClose }: { kind: KindOnDesk; place: RegionCode; onClose: () => void }) {
  const text = useText(workMessages)
  const { nameOf } = useKindWords()
  const [reason, setReason] = useState('')
  const action = useAction(retireKind, { onDone: onClose })
  const save = () => void action.send({ unitCode: place, code: kind.code, reason: reason.trim() })
  return (
    <QuickEntry
      open
      title={text('work.kinds.retireTitle', { name: nameOf(kind) })}
      saveLabel={text('work.kinds.retire')}
      saving={action.sending}
      blocked={reason.trim().length < 2 ? text('work.reasonMissing') : undefined}
      onSave={save}
      onClose={onClose}
    >
      {action.problem && <ErrorState problem={action.problem} onRetry={save} slim />}
      <Refused refusal={action.refusal} />
      <FormField label={text('work.kinds.retireWhy')}>
        {(field) => <Input {...field} size="middle" maxLength={500} value={reason} onChange={(event) => setReason(event.target.value)} />}
      </FormField>
    </QuickEntry>
  )
}
