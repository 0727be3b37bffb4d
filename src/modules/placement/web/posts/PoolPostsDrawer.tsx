import { useState } from 'react'
import { useAction } from '../../../../ui/api/use-action.ts'
import { useView } from '../../../../ui/api/use-view.ts'
import { Chips } from '../../../../ui/fields/Chips.tsx'
import { useText } from '../../../../ui/text/use-text.ts'
import { listPosts, type Pool, poolPosts } from '../../contract.ts'
import { StepForm } from '../candidates/StepForm.tsx'
import { WordsField } from '../WordsField.tsx'
import { postMessages } from './messages-posts.ts'
import { usePostRefusal } from './use-post-refusal.ts'

/** Puts confirmed posts of the season into a pool, with the reason. */
export function PoolPostsDrawer({ pool, onClose }: { pool: Pool; onClose: () => void }) {
  const text = useText(postMessages)
  const sentence = usePostRefusal()
  const [chosen, setChosen] = useState<string[]>([])
  const [reason, setReason] = useState('')
  const query = useView(listPosts, { place: pool.unitCode, year: pool.year, season: pool.season })
  const free = (query.data?.posts ?? []).filter(({ state, poolId }) => state === 'confirmed' && poolId === null)
  const form = useAction(poolPosts, { onDone: onClose })
  const save = () => void form.send({ poolId: pool.id, postIds: chosen, reason: reason.trim() })
  return (
    <StepForm
      title={text('posts.poolAdd')}
      form={form}
      refused={sentence(form.refusal)}
      blocked={chosen.length > 0 && reason.trim().length > 1 ? undefined : text('posts.required')}
      onSave={save}
      onClose={onClose}
    >
      <fieldset className="plain-fieldset">
        <legend>{text('posts.poolChoose')}</legend>
        <Chips
          options={free.map(({ id, employer, title, seats }) => ({ value: id, label: `${employer} ${title} ${seats}` }))}
          chosen={chosen}
          onChange={setChosen}
        />
      </fieldset>
      <WordsField label={text('posts.poolAddReason')} value={reason} onChange={setReason} max={300} />
    </StepForm>
  )
}
