import { useState } from 'react'
import type { RegionCode } from '../../../../kernel/region-code.ts'
import { useAction } from '../../../../ui/api/use-action.ts'
import { LineField } from '../../../../ui/fields/LineField.tsx'
import { ActionDrawer } from '../../../../ui/layout/ActionDrawer.tsx'
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
    <ActionDrawer
      title={text('work.kinds.retireTitle', { name: nameOf(kind) })}
      saveLabel={text('work.kinds.retire')}
      action={action}
      refused={<Refused refusal={action.refusal} />}
      blocked={reason.trim().length < 2 ? text('work.reasonMissing') : undefined}
      onSave={save}
      onClose={onClose}
    >
      <LineField label={text('work.kinds.retireWhy')} max={500} value={reason} onChange={setReason} />
    </ActionDrawer>
  )
}
