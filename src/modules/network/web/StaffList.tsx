import { Tag } from '../../../ui/parts/Tag.tsx'
import { useText } from '../../../ui/text/use-text.ts'
import type { StaffPost } from '../contract.ts'
import { networkMessages } from './messages.ts'
import type { CodeNames } from './use-code-names.ts'

/** Who works here, with the duties of each: one person may hold several (大岗位制). */
export function StaffList({ staff, names }: { staff: readonly StaffPost[]; names: CodeNames }) {
  const text = useText(networkMessages)
  return (
    <ul className="staff">
      {staff.map((post) => (
        <li key={post.postId}>
          <p className="row">
            <b>{post.staffName}</b>
            <Tag tone="slate">{text(`network.postType.${post.postType}`)}</Tag>
            {post.isVeteran && <Tag>{text('network.unit.veteran')}</Tag>}
            {post.isPartyMember && <Tag>{text('network.unit.party')}</Tag>}
            <span className="faint push">{text('network.unit.since', { on: post.fromOn })}</span>
          </p>
          <p className="soft">{post.duties.map((code) => names('duty', code)).join(' · ')}</p>
        </li>
      ))}
    </ul>
  )
}
