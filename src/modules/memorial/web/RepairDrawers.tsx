import { useState } from 'react'
import type { FileId } from '../../../kernel/id.ts'
import type { PlainDate } from '../../../kernel/plain-date.ts'
import { type ActionState, useAction } from '../../../ui/api/use-action.ts'
import { LineField } from '../../../ui/fields/LineField.tsx'
import { ActionDrawer } from '../../../ui/layout/ActionDrawer.tsx'
import { todayInChina } from '../../../ui/outbox/right-now.ts'
import { fixRepair, orderRepair, type Patrol, type Repair, returnRepair, takeBackPatrol } from '../contract.ts'
import { PhotoField } from './PhotoField.tsx'
import { useMemorialWords } from './use-memorial-words.ts'

interface RepairProps {
  repair: Repair
  onClose: () => void
}

/** Who mends it, and by when. */
export function OrderDrawer({ repair, onClose }: RepairProps) {
  const { text, refusal } = useMemorialWords()
  const [to, setTo] = useState(repair.orderedTo ?? '')
  const [dueOn, setDueOn] = useState<string>(repair.dueOn ?? '')
  const form = useAction(orderRepair, { onDone: onClose })
  return (
    <ActionDrawer
      title={`${text('memorial.order')} · ${repair.facilityName}`}
      saveLabel={text('memorial.order')}
      action={form}
      refused={refusal(form.refusal)}
      isTouched={to !== (repair.orderedTo ?? '')}
      promise={text('memorial.repairPromise')}
      blocked={to.trim().length < 2 || dueOn === '' ? text('memorial.incomplete') : undefined}
      onSave={() => void form.send({ repairId: repair.id, to, dueOn: dueOn as PlainDate })}
      onClose={onClose}
    >
      <p>{repair.what}</p>
      <LineField label={text('memorial.to')} max={60} value={to} onChange={setTo} />
      <LineField label={text('memorial.dueOn')} type="date" value={dueOn} onChange={setDueOn} />
    </ActionDrawer>
  )
}

/** It is mended: when, and how it looks now. */
export function FixDrawer({ repair, onClose }: RepairProps) {
  const { text, refusal } = useMemorialWords()
  const [on, setOn] = useState<string>(todayInChina())
  const [photo, setPhoto] = useState<FileId | null>(null)
  const form = useAction(fixRepair, { onDone: onClose })
  return (
    <ActionDrawer
      title={`${text('memorial.fix')} · ${repair.facilityName}`}
      saveLabel={text('memorial.fix')}
      action={form}
      refused={refusal(form.refusal)}
      isTouched={photo !== null}
      promise={text('memorial.repairPromise')}
      blocked={on === '' || photo === null ? text('memorial.incomplete') : undefined}
      onSave={() => photo && void form.send({ repairId: repair.id, on: on as PlainDate, photo })}
      onClose={onClose}
    >
      <p>{repair.what}</p>
      <LineField label={text('memorial.fixedOn')} type="date" value={on} onChange={setOn} />
      <PhotoField label={text('memorial.photoAfter')} photo={photo} onChange={setPhoto} />
    </ActionDrawer>
  )
}

interface ReasonProps {
  title: string
  saveLabel: string
  promise: string
  /** What it is about, where the title does not say it. */
  about?: string
  action: Pick<ActionState<unknown, unknown>, 'sending' | 'problem'>
  refused: string | undefined
  onSave: (reason: string) => void
  onClose: () => void
}

/** A step that asks for its reason and nothing else. */
function ReasonDrawer({ about, onSave, ...drawer }: ReasonProps) {
  const { text } = useMemorialWords()
  const [reason, setReason] = useState('')
  return (
    <ActionDrawer
      {...drawer}
      isTouched={reason !== ''}
      blocked={reason.trim().length < 2 ? text('memorial.incomplete') : undefined}
      onSave={() => onSave(reason)}
    >
      {about !== undefined && <p>{about}</p>}
      <LineField label={text('memorial.reason')} max={300} value={reason} onChange={setReason} />
    </ActionDrawer>
  )
}

/** It is not well done: why. */
export function ReturnDrawer({ repair, onClose }: RepairProps) {
  const { text, refusal } = useMemorialWords()
  const form = useAction(returnRepair, { onDone: onClose })
  return (
    <ReasonDrawer
      title={`${text('memorial.return')} · ${repair.facilityName}`}
      saveLabel={text('memorial.return')}
      promise={text('memorial.repairPromise')}
      about={repair.what}
      action={form}
      refused={refusal(form.refusal)}
      onSave={(reason) => void form.send({ repairId: repair.id, reason })}
      onClose={onClose}
    />
  )
}

/** A round that was not walked so: why. */
export function TakeBackDrawer({ patrol, onClose }: { patrol: Patrol; onClose: () => void }) {
  const { text, refusal } = useMemorialWords()
  const form = useAction(takeBackPatrol, { onDone: onClose })
  return (
    <ReasonDrawer
      title={text('memorial.takeBackTitle', { on: patrol.on })}
      saveLabel={text('memorial.takeBack')}
      promise={text('memorial.takeBackPromise')}
      action={form}
      refused={refusal(form.refusal)}
      onSave={(reason) => void form.send({ patrolId: patrol.id, reason })}
      onClose={onClose}
    />
  )
}
