import { useState } from 'react'
import { Link, useNavigate } from 'react-router'
import { type Problem, problemOf } from '../../../ui/api/problem.ts'
import { Icon } from '../../../ui/parts/Icon.tsx'
import { openFile } from '../../../ui/personal/personal-calls.ts'
import type { BoundFile, PersonalRefusal } from '../../../ui/personal/personal-session.ts'
import { usePersonalChange, usePersonalSession } from '../../../ui/personal/use-personal.ts'
import { PageHeading } from '../../../ui/plain/PageHeading.tsx'
import { useDay } from '../../../ui/plain/use-day.ts'
import { useText } from '../../../ui/text/use-text.ts'
import { sessionMessages } from './messages-session.ts'
import { Refused } from './Refused.tsx'

/** Whose file: the own one, and those of people who have given authority. */
export function FilesPage() {
  const text = useText(sessionMessages)
  const navigate = useNavigate()
  const account = usePersonalSession().data?.account
  const { becomes } = usePersonalChange()
  const [said, setSaid] = useState<{ refusal?: PersonalRefusal; problem?: Problem }>({})
  const open = async ({ personId }: BoundFile) => {
    try {
      const answer = await openFile(personId)
      if (!answer.ok) return setSaid({ refusal: answer.refusal })
      becomes(answer.value)
      await navigate('/me', { replace: true })
    } catch (error) {
      setSaid({ problem: problemOf(error) })
    }
  }
  return (
    <div className="narrow">
      <PageHeading title={text('me.files.title')} />
      <Refused {...said} />
      <ul className="door-list">
        {(account?.files ?? []).map((file) => (
          <li key={file.personId}>
            <FileButton file={file} isOpen={file.personId === account?.personId} onOpen={() => void open(file)} />
          </li>
        ))}
      </ul>
      {account?.files.some(({ name }) => name === null) && <p className="told">{text('me.files.closedWords')}</p>}
      <Link className="ghost" to="/me/bind">
        {text('me.files.more')}
      </Link>
    </div>
  )
}

function FileButton({ file, isOpen, onOpen }: { file: BoundFile; isOpen: boolean; onOpen: () => void }) {
  const text = useText(sessionMessages)
  const day = useDay()
  const name = file.name ?? text('me.files.closed')
  return (
    <button type="button" className="big line" aria-current={isOpen || undefined} disabled={file.name === null} onClick={onOpen}>
      <span className="pic">
        <Icon name={file.as === 'self' ? 'user' : 'hands'} size={28} />
      </span>
      <span className="grow">
        <b>{file.as === 'self' ? `${text('me.files.self')} ${name}` : text('me.files.agent', { name })}</b>
        {file.untilOn !== null && <span>{text('me.files.until', { day: day(file.untilOn) })}</span>}
        {isOpen && <span className="green">{text('me.files.now')}</span>}
      </span>
      <Icon name="right" size={26} />
    </button>
  )
}
