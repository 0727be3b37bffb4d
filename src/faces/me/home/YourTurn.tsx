import { Link } from 'react-router'
import { useDay } from '../../../ui/plain/use-day.ts'
import { useLanguage } from '../../../ui/text/language.ts'
import { useText } from '../../../ui/text/use-text.ts'
import { type Asked, askedOfYou } from './asked-of-you.ts'
import { homeMessages } from './messages-home.ts'
import type { MyHome } from './read-my-home.ts'

const GO = { turn: 'me.turnGo', papers: 'me.papersGo', confirmation: 'me.confirmGo' } as const

/** What waits for the person and nobody else. One button is red: the first. That nothing waits is said only where nothing does. */
export function YourTurn({ home }: { home: MyHome }) {
  const text = useText(homeMessages)
  const asked = askedOfYou(home)
  if (asked.length > 0) return asked.map((one, at) => <Turn key={one.to} asked={one} isFirst={at === 0} />)
  return home.toRate.length === 0 && <p className="calm">{text('me.calm')}</p>
}

function Turn({ asked, isFirst }: { asked: Asked; isFirst: boolean }) {
  const text = useText(homeMessages)
  const language = useLanguage() === 'en' ? 'en' : 'zh'
  const { kind, to } = asked
  return (
    <section className="big do">
      <h2>
        <span className="k">{text('me.turn')}</span>
        {kind === 'confirmation' ? text('me.door.confirmation') : asked.matter.typeName[language]}
      </h2>
      <p>{kind === 'confirmation' ? text('me.door.confirmation.due', { year: asked.year }) : <Wanted asked={asked} />}</p>
      <Link className={isFirst ? 'solid' : 'ghost'} to={to}>
        {text(GO[kind])}
      </Link>
    </section>
  )
}

/** The last day is said where it is the person's own; while an office has the matter it is the office's. */
function Wanted({ asked: { kind, matter } }: { asked: Extract<Asked, { kind: 'turn' | 'papers' }> }) {
  const text = useText(homeMessages)
  const language = useLanguage() === 'en' ? 'en' : 'zh'
  const day = useDay()
  const { due, papersWanting } = matter
  const papers = papersWanting > 0 && text('me.turnPapers', { count: papersWanting })
  if (kind === 'papers') return papers
  return (
    <>
      <b>{matter.stateName[language]}</b>
      {due && text(due.daysLeft < 0 ? 'me.turnOver' : 'me.turnDue', { day: day(due.on) })}
      {papers && <br />}
      {papers}
    </>
  )
}
