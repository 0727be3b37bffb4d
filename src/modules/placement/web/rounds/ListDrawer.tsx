import { useState } from 'react'
import { useAction } from '../../../../ui/api/use-action.ts'
import { LineField } from '../../../../ui/fields/LineField.tsx'
import { ActionDrawer } from '../../../../ui/layout/ActionDrawer.tsx'
import { useText } from '../../../../ui/text/use-text.ts'
import { handInList, type RoundPage as Round } from '../../contract.ts'
import { useWrongAt } from './draft-fields.tsx'
import { roundMessages } from './messages-rounds.ts'
import { PostCodesField, usePostCodes } from './PostCodesField.tsx'
import { RoundRefused } from './RoundRefused.tsx'

/** What somebody who will be absent has handed in: codes of posts, the dearest first. */
export function ListDrawer({ round, person, onClose }: { round: Round; person: Round['people'][number]; onClose: () => void }) {
  const text = useText(roundMessages)
  const before = person.list?.join(' ') ?? ''
  const codes = usePostCodes(before, round.posts)
  const [broughtBy, setBroughtBy] = useState(person.listBy ?? '')
  const form = useAction(handInList, { onDone: onClose })
  const wrongAt = useWrongAt(form.issues)
  const save = () => {
    const posts = codes.toSend()
    if (posts) void form.send({ roundId: round.line.id, candidateId: person.candidateId, posts, broughtBy })
  }
  return (
    <ActionDrawer
      title={text('placement.round.handInTitle', { name: person.name })}
      saveLabel={text('placement.round.save')}
      action={form}
      refused={form.refusal && <RoundRefused refusal={form.refusal} />}
      isTouched={codes.value !== before || broughtBy !== (person.listBy ?? '')}
      onSave={save}
      onClose={onClose}
    >
      <PostCodesField hint={text('placement.round.handInHint')} codes={codes} />
      <LineField
        label={text('placement.round.broughtBy')}
        error={wrongAt('broughtBy')}
        max={80}
        value={broughtBy}
        onChange={setBroughtBy}
      />
    </ActionDrawer>
  )
}
