import { useState } from 'react'
import { useAction } from '../../../../ui/api/use-action.ts'
import { LineField } from '../../../../ui/fields/LineField.tsx'
import { ActionDrawer } from '../../../../ui/layout/ActionDrawer.tsx'
import { useText } from '../../../../ui/text/use-text.ts'
import { handInList, type RoundPage as Round } from '../../contract.ts'
import { roundMessages } from './messages-rounds.ts'
import { codesIn, PostCodesField } from './PostCodesField.tsx'
import { RoundRefused } from './RoundRefused.tsx'

/** What somebody who will be absent has handed in: codes of posts, the dearest first. */
export function ListDrawer({ round, person, onClose }: { round: Round; person: Round['people'][number]; onClose: () => void }) {
  const text = useText(roundMessages)
  const [codes, setCodes] = useState(person.list?.join(' ') ?? '')
  const [broughtBy, setBroughtBy] = useState(person.listBy ?? '')
  const form = useAction(handInList, { onDone: onClose })
  const save = () => void form.send({ roundId: round.line.id, candidateId: person.candidateId, posts: codesIn(codes), broughtBy })
  return (
    <ActionDrawer
      title={text('placement.round.handInTitle', { name: person.name })}
      saveLabel={text('placement.round.save')}
      action={form}
      refused={form.refusal && <RoundRefused refusal={form.refusal} />}
      isTouched={codes !== (person.list?.join(' ') ?? '') || broughtBy !== (person.listBy ?? '')}
      onSave={save}
      onClose={onClose}
    >
      <PostCodesField hint={text('placement.round.handInHint')} value={codes} issues={form.issues} onChange={setCodes} />
      <LineField label={text('placement.round.broughtBy')} max={80} value={broughtBy} onChange={setBroughtBy} />
    </ActionDrawer>
  )
}
