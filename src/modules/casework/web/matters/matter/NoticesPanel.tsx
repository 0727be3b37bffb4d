import { Panel } from '../../../../../ui/layout/Panel.tsx'
import { Tag, type Tone } from '../../../../../ui/parts/Tag.tsx'
import { useText } from '../../../../../ui/text/use-text.ts'
import type { Matter } from '../../../contract.ts'
import { clockTime } from '../../clock-time.ts'
import { useWordsOf } from '../words-of.ts'
import { noticeMessages } from './messages-notices.ts'

type Notice = Matter['notices'][number]

const TONES: Readonly<Record<Notice['sms'], Tone>> = { waiting: 'plain', sending: 'plain', sent: 'green', none: 'amber', failed: 'amber' }

/** What the applicant was told of this matter; where no text reached a phone, what the station does instead. */
export function NoticesPanel({ notices }: { notices: readonly Notice[] }) {
  const text = useText(noticeMessages)
  if (notices.length === 0) return null
  return (
    <Panel title={text('notices.title')}>
      <ul className="matter-lines">
        {notices.map((notice) => (
          <NoticeLine key={notice.step} notice={notice} />
        ))}
      </ul>
    </Panel>
  )
}

/** Who has read it on /me needs no call. */
function todoOf({ readAt, sms, smsFailure }: Notice): 'none' | Notice['smsFailure'] {
  if (readAt !== null) return null
  return sms === 'none' ? 'none' : smsFailure
}

function NoticeLine({ notice }: { notice: Notice }) {
  const text = useText(noticeMessages)
  const wordsOf = useWordsOf()
  const todo = todoOf(notice)
  return (
    <li>
      <span className="grow">
        {wordsOf(notice.words)}
        <span className="field-hint">
          {notice.on} {clockTime(notice.at)} {notice.readAt !== null && text('notices.read')}
        </span>
        {todo && <span className="field-hint">{text(`notices.todo.${todo}`)}</span>}
      </span>
      <Tag tone={TONES[notice.sms]}>{text(`notices.sms.${notice.sms}`)}</Tag>
    </li>
  )
}
