import { Button } from 'antd'
import { Tag } from '../../../ui/parts/Tag.tsx'
import { useText } from '../../../ui/text/use-text.ts'
import type { StaffPost } from '../contract.ts'
import { networkMessages } from './messages.ts'
import { formMessages } from './messages-forms.ts'
import type { CodeNames } from './use-code-names.ts'

interface StaffListProps {
  staff: readonly StaffPost[]
  names: CodeNames
  /** Given where the reader may end posts. */
  onEnd?: ((post: StaffPost) => void) | undefined
}

/** Who works here, with the duties of each: one person may hold several (大岗位制). */
export function StaffList({ staff, names, onEnd }: StaffListProps) {
  const text = useText(networkMessages)
  const form = useText(formMessages)
  return (
    <ul className="staff">
      {staff.map((post) => (
        <li key={post.postId}>
          <p className="row">
            <b>{post.staffName}</b>
            <Tag tone="slate">{text(`network.postType.${post.postType}`)}</Tag>
            {post.isVeteran && <Tag>{text('network.unit.veteran')}</Tag>}
            {post.isPartyMember && <Tag>{text('network.unit.party')}</Tag>}
            <span className="faint push">
              {text(post.toOn === undefined ? 'network.unit.since' : 'network.unit.period', { on: post.fromOn, to: post.toOn ?? '' })}
            </span>
            {onEnd && post.toOn === undefined && (
              <Button size="small" aria-label={`${form('network.form.end')} ${post.staffName}`} onClick={() => onEnd(post)}>
                {form('network.form.end')}
              </Button>
            )}
          </p>
          <p className="soft">{post.duties.map((code) => names('duty', code)).join(' · ')}</p>
        </li>
      ))}
    </ul>
  )
}
