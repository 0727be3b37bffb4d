import { Button } from 'antd'
import { useState } from 'react'
import { useAction } from '../../../../ui/api/use-action.ts'
import { LineField } from '../../../../ui/fields/LineField.tsx'
import { ActionDrawer } from '../../../../ui/layout/ActionDrawer.tsx'
import { Tag, type Tone } from '../../../../ui/parts/Tag.tsx'
import { Wide } from '../../../../ui/table/WideTable.tsx'
import { yuan } from '../../../../ui/text/format.ts'
import { type Text, useText } from '../../../../ui/text/use-text.ts'
import { type Post, settlePost } from '../../contract.ts'
import { useCodeWord } from '../use-code-words.ts'
import { postMessages } from './messages-posts.ts'
import { usePostRefusal } from './use-post-refusal.ts'

const COLUMNS = ['employer', 'post', 'kind', 'establishment', 'seatCount', 'place', 'pay', 'requirements', 'state', 'acts'] as const
const TONES: Record<Post['state'], Tone> = { entered: 'amber', confirmed: 'green', pooled: 'slate', divided: 'slate', withdrawn: 'plain' }

/** Posts by receiving unit, with what may be done about each. */
export function PostTable({ posts }: { posts: readonly Post[] }) {
  const text = useText(postMessages)
  const [withdrawn, setWithdrawn] = useState<Post>()
  return (
    <Wide label={text('posts.list')}>
      <table className="plain-table">
        <thead>
          <tr>
            {COLUMNS.map((key) => (
              <th key={key} scope="col">
                {text(`posts.${key}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {posts.map((post) => (
            <Line key={post.id} post={post} onWithdraw={() => setWithdrawn(post)} />
          ))}
        </tbody>
      </table>
      {withdrawn && <WithdrawDrawer post={withdrawn} onClose={() => setWithdrawn(undefined)} />}
    </Wide>
  )
}

/** Hard conditions, then wishes, then words. */
function requirementWords(
  { requirements, reservedFor }: Post,
  word: (code: string) => string,
  text: Text<(typeof postMessages)['keys'][number]>,
): string {
  const { requires, wishes, words } = requirements
  return [
    ...(reservedFor === null ? [] : [text('posts.reservedOnly', { speciality: word(reservedFor) })]),
    ...requires.map((group) => group.map(word).join('/')),
    ...(wishes.length === 0 ? [] : [text('posts.wished', { specialities: wishes.map(word).join('、') })]),
    ...(words === '' ? [] : [words]),
  ].join('；')
}

const whole = (fen: string): string => yuan(BigInt(fen)).replace(/\.00$/, '')

function Line({ post, onWithdraw }: { post: Post; onWithdraw: () => void }) {
  const text = useText(postMessages)
  const word = useCodeWord()
  const form = useAction(settlePost)
  return (
    <tr>
      <th scope="row">{post.employer}</th>
      <td>
        {post.title} {post.isDirect && <Tag tone="slate">{text('posts.direct')}</Tag>}
        {post.poolId !== null && post.state === 'confirmed' && <Tag tone="slate">{text('posts.fromPool')}</Tag>}
      </td>
      <td>{text(`posts.kind.${post.kind}`)}</td>
      <td>{text(`posts.establishment.${post.establishment}`)}</td>
      <td className="number">{post.left === post.seats ? post.seats : text('posts.seatsLeft', { left: post.left, seats: post.seats })}</td>
      <td>{post.placeName}</td>
      <td className="number">{text('posts.payRange', { low: whole(post.payLowFen), high: whole(post.payHighFen) })}</td>
      <td>{requirementWords(post, word, text)}</td>
      <td>
        {post.state === 'confirmed' && post.left === 0 ? (
          <Tag tone="slate">{text('posts.allTaken')}</Tag>
        ) : (
          <Tag tone={TONES[post.state]}>{text(`posts.state.${post.state}`)}</Tag>
        )}
      </td>
      <td className="number">
        {post.can.confirm && (
          <Button size="small" type="primary" loading={form.sending} onClick={() => void form.send({ postId: post.id, to: 'confirmed' })}>
            {text('posts.confirm')}
          </Button>
        )}{' '}
        {post.can.withdraw && (
          <Button size="small" onClick={onWithdraw}>
            {text('posts.withdraw')}
          </Button>
        )}
      </td>
    </tr>
  )
}

function WithdrawDrawer({ post, onClose }: { post: Post; onClose: () => void }) {
  const text = useText(postMessages)
  const sentence = usePostRefusal()
  const [reason, setReason] = useState('')
  const form = useAction(settlePost, { onDone: onClose })
  const save = () => void form.send({ postId: post.id, to: 'withdrawn', reason: reason.trim() })
  return (
    <ActionDrawer
      title={`${text('posts.withdraw')} · ${post.title}`}
      saveLabel={text('posts.withdraw')}
      action={form}
      refused={sentence(form.refusal)}
      blocked={reason.trim().length > 1 ? undefined : text('posts.withdrawReason')}
      onSave={save}
      onClose={onClose}
    >
      <LineField label={text('posts.withdrawReason')} max={300} value={reason} onChange={setReason} />
    </ActionDrawer>
  )
}
