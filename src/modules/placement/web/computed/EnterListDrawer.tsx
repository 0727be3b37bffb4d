import { useAction } from '../../../../ui/api/use-action.ts'
import { ActionDrawer } from '../../../../ui/layout/ActionDrawer.tsx'
import { useText } from '../../../../ui/text/use-text.ts'
import { type ComputedPage as Computed, enterList } from '../../contract.ts'
import { roundMessages } from '../rounds/messages-rounds.ts'
import { PostCodesField, usePostCodes } from '../rounds/PostCodesField.tsx'
import { RoundRefused } from '../rounds/RoundRefused.tsx'
import { computedMessages } from './messages-computed.ts'

interface EnterListProps {
  round: Computed
  person: Computed['people'][number]
  onClose: () => void
}

/** The list of somebody who handed it in on paper. */
export function EnterListDrawer({ round, person, onClose }: EnterListProps) {
  const [text, words] = [useText(roundMessages), useText(computedMessages)]
  const codes = usePostCodes('', round.posts)
  const form = useAction(enterList, { onDone: onClose })
  const save = () => {
    const posts = codes.toSend()
    if (posts) void form.send({ roundId: round.line.id, candidateId: person.candidateId, posts })
  }
  return (
    <ActionDrawer
      title={words('placement.computed.enterTitle', { name: person.name })}
      saveLabel={text('placement.round.save')}
      action={form}
      refused={form.refusal && <RoundRefused refusal={form.refusal} />}
      isTouched={codes.value !== ''}
      onSave={save}
      onClose={onClose}
    >
      <PostCodesField hint={words('placement.computed.enterHint')} codes={codes} />
    </ActionDrawer>
  )
}
