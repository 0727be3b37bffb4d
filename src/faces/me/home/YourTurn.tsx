import { Link } from 'react-router'
import { useDay } from '../../../ui/plain/use-day.ts'
import { useLanguage } from '../../../ui/text/language.ts'
import { useText } from '../../../ui/text/use-text.ts'
import { homeMessages } from './messages-home.ts'
import type { MyHome } from './read-my-home.ts'

type Line = MyHome['open'][number]

/** What waits for the person and nobody else. One button is red: the first. */
export function YourTurn({ matters }: { matters: readonly Line[] }) {
  const text = useText(homeMessages)
  if (matters.length === 0) return <p className="calm">{text('me.calm')}</p>
  return matters.map((matter, at) => <Turn key={matter.id} matter={matter} isFirst={at === 0} />)
}

function Turn({ matter, isFirst }: { matter: Line; isFirst: boolean }) {
  const text = useText(homeMessages)
  const language = useLanguage() === 'en' ? 'en' : 'zh'
  const day = useDay()
  const { due } = matter
  return (
    <section className="big do">
      <h2>
        <span className="k">{text('me.turn')}</span>
        {matter.typeName[language]}
      </h2>
      <p>
        <b>{matter.stateName[language]}</b>
        {due && text(due.daysLeft < 0 ? 'me.turnOver' : 'me.turnDue', { day: day(due.on) })}
      </p>
      <Link className={isFirst ? 'solid' : 'ghost'} to={`/me/matters/${matter.id}`}>
        {text('me.turnGo')}
      </Link>
    </section>
  )
}
