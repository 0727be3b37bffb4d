import { Input } from 'antd'
import { useState } from 'react'
import { useAction } from '../../../../ui/api/use-action.ts'
import { useView } from '../../../../ui/api/use-view.ts'
import { ChoiceField } from '../../../../ui/fields/ChoiceField.tsx'
import { FormField } from '../../../../ui/fields/FormField.tsx'
import { LineField } from '../../../../ui/fields/LineField.tsx'
import { ActionDrawer } from '../../../../ui/layout/ActionDrawer.tsx'
import { useText } from '../../../../ui/text/use-text.ts'
import { type ComputedPage as Computed, type Costs, deviate, seeCosts } from '../../contract.ts'
import { useWrongAt } from '../rounds/draft-fields.tsx'
import { roundMessages } from '../rounds/messages-rounds.ts'
import { RoundRefused } from '../rounds/RoundRefused.tsx'
import { type ComputedText, computedMessages } from './messages-computed.ts'

interface DeviateProps {
  round: Computed
  person: Computed['people'][number]
  onClose: () => void
}

const optionOf = ({ code, employer, total, dearer }: Costs['posts'][number], words: ComputedText) => {
  const values = { post: `${code} ${employer}`, total, dearer: dearer ?? 0 }
  return [code as string, words(dearer ? 'placement.computed.optionDearer' : 'placement.computed.option', values)] as const
}

/** A decision otherwise than the optimum, with reason and article; how much dearer all would come is said beside each post. */
export function DeviateDrawer({ round, person, onClose }: DeviateProps) {
  const [text, words] = [useText(roundMessages), useText(computedMessages)]
  const costs = useView(seeCosts, { roundId: round.line.id, candidateId: person.candidateId })
  const [post, setPost] = useState<string>(person.post ?? '')
  const [reason, setReason] = useState('')
  const [article, setArticle] = useState('')
  const form = useAction(deviate, { onDone: onClose })
  const wrongAt = useWrongAt(form.issues)
  const save = () =>
    void form.send({ roundId: round.line.id, candidateId: person.candidateId, post: post === '' ? null : post, reason, article })
  return (
    <ActionDrawer
      title={words('placement.computed.deviateTitle', { name: person.name })}
      saveLabel={text('placement.round.save')}
      action={form}
      refused={form.refusal && <RoundRefused refusal={form.refusal} />}
      isTouched={reason !== '' || article !== ''}
      width={560}
      onSave={save}
      onClose={onClose}
    >
      <ChoiceField
        label={words('placement.computed.deviateTo')}
        value={post}
        onChange={setPost}
        options={[['', words('placement.computed.noPost')], ...(costs.data?.posts ?? []).map((one) => optionOf(one, words))]}
      />
      <FormField label={text('placement.round.reason')} hint={text('placement.round.reasonHint')} error={wrongAt('reason')}>
        {(field) => (
          <Input.TextArea
            {...field}
            autoSize={{ minRows: 2 }}
            maxLength={300}
            value={reason}
            onChange={({ target }) => setReason(target.value)}
          />
        )}
      </FormField>
      <LineField label={text('placement.round.article')} error={wrongAt('article')} max={80} value={article} onChange={setArticle} />
    </ActionDrawer>
  )
}
