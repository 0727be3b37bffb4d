import { Link } from 'react-router'
import { problemOf } from '../../../ui/api/problem.ts'
import { ErrorState } from '../../../ui/parts/ErrorState.tsx'
import { useDay } from '../../../ui/plain/use-day.ts'
import { useLanguage } from '../../../ui/text/language.ts'
import { useText } from '../../../ui/text/use-text.ts'
import { type Asked, askedOfYou } from './asked-of-you.ts'
import { homeMessages } from './messages-home.ts'
import type { MyHome } from './read-my-home.ts'
import { useMyCalls } from './use-my-calls.ts'

const GO = {
  turn: 'me.turnGo',
  papers: 'me.papersGo',
  confirmation: 'me.confirmGo',
  score: 'me.scoreGo',
  list: 'me.listGo',
  pick: 'me.pickGo',
} as const

/**
 * What waits for the person and nobody else. One button is red: the first. That nothing waits is said only where that is known;
 * where placement could not be asked, that is said above the rest: what it asks for has its last day.
 */
export function YourTurn({ home }: { home: MyHome }) {
  const text = useText(homeMessages)
  const calls = useMyCalls()
  const asked = askedOfYou(home, calls.data ?? [])
  const isCalm = calls.isSuccess && asked.length === 0 && home.toRate.length === 0
  return (
    <>
      {calls.error && <ErrorState isReading problem={problemOf(calls.error)} onRetry={() => void calls.refetch()} slim />}
      {asked.map((one, at) => (
        <Turn key={keyOf(one)} asked={one} isFirst={at === 0} />
      ))}
      {isCalm && <p className="calm">{text('me.calm')}</p>}
    </>
  )
}

/** What the button of a thing asked for says. */
const goOf = (asked: Asked) => (asked.kind === 'pick' && asked.isTurn ? 'me.pickNowGo' : GO[asked.kind])

const keyOf = (asked: Asked): string =>
  `${asked.kind} ${'roundId' in asked ? asked.roundId : ''}${'year' in asked ? asked.year : ''}${asked.to}`

function Turn({ asked, isFirst }: { asked: Asked; isFirst: boolean }) {
  const text = useText(homeMessages)
  return (
    <section className="big do">
      <h2>
        <span className="k">{text('me.turn')}</span>
        <Title asked={asked} />
      </h2>
      <p>
        <Wanted asked={asked} />
      </p>
      <Link className={isFirst ? 'solid' : 'ghost'} to={asked.to}>
        {text(goOf(asked))}
      </Link>
    </section>
  )
}

function Title({ asked }: { asked: Asked }) {
  const text = useText(homeMessages)
  const language = useLanguage() === 'en' ? 'en' : 'zh'
  if ('matter' in asked) return asked.matter.typeName[language]
  if (asked.kind === 'confirmation') return text('me.door.confirmation')
  return asked.kind === 'score' ? text('me.score') : asked.title
}

function Wanted({ asked }: { asked: Asked }) {
  const text = useText(homeMessages)
  const day = useDay()
  if ('matter' in asked) return <WantedOfMatter asked={asked} />
  if (asked.kind === 'confirmation') return text('me.door.confirmation.due', { year: asked.year })
  if (asked.kind === 'list') return text('me.listWords', { day: day(asked.until) })
  if (asked.kind === 'score') return text('me.scoreWords')
  return asked.isTurn ? text('me.pickNowWords') : text('me.pickWords', { position: asked.position })
}

/** The last day is said where it is the person's own; while an office has the matter it is the office's. */
function WantedOfMatter({ asked: { kind, matter } }: { asked: Extract<Asked, { kind: 'turn' | 'papers' }> }) {
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
