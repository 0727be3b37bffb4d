import { useState } from 'react'
import { Link, useNavigate } from 'react-router'
import { Icon } from '../../ui/parts/Icon.tsx'
import { openFile } from '../../ui/personal/personal-calls.ts'
import { openFileOf, type PersonalAccount } from '../../ui/personal/personal-session.ts'
import { usePersonalChange } from '../../ui/personal/use-personal.ts'
import { useDay } from '../../ui/plain/use-day.ts'
import { useText } from '../../ui/text/use-text.ts'
import { meMessages } from './messages.ts'

/** Says on every page for whom somebody acts, and leads back to their own file. */
export function AgentBand({ account }: { account: PersonalAccount }) {
  const text = useText(meMessages)
  const day = useDay()
  const navigate = useNavigate()
  const { becomes } = usePersonalChange()
  const [sending, setSending] = useState(false)
  const file = openFileOf(account)
  if (file?.as !== 'agent') return null
  const own = account.files.find((one) => one.as === 'self' && one.name !== null)
  const back = async (personId: string) => {
    setSending(true)
    const answer = await openFile(personId).catch(() => undefined)
    setSending(false)
    if (!answer?.ok) return await navigate('/me/files')
    becomes(answer.value)
    return await navigate('/me')
  }
  return (
    <div className="band" role="note">
      <Icon name="hands" size={24} />
      <p>
        <b>{text('me.agent', { name: file.name ?? '' })}</b>
        {file.untilOn !== null && text('me.agentUntil', { day: day(file.untilOn) })}
      </p>
      {own ? (
        <button type="button" disabled={sending} onClick={() => void back(own.personId)}>
          {text('me.agentSwitch')}
        </button>
      ) : (
        <Link to="/me/files">{text('me.agentSwitchFiles')}</Link>
      )}
    </div>
  )
}
