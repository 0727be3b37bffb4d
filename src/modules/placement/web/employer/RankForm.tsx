import { useState } from 'react'
import { useText } from '../../../../ui/text/use-text.ts'
import type { EmployerScene, RankedSomebody } from '../../contract-employers.ts'
import { useCodeWord } from '../use-code-words.ts'
import { type Key, sendRanking, type Told } from './ask-door.ts'
import { EmployerRefusedWords } from './EmployerRefusedWords.tsx'
import { employerMessages } from './messages-employer.ts'

type Post = EmployerScene['posts'][number]

/** 0: not taken. */
type Tiers = Readonly<Record<string, number>>

const tiersOf = ({ tiers }: Post): Tiers => Object.fromEntries((tiers ?? []).flatMap((tier, at) => tier.map((name) => [name, at + 1])))

/** Tiers without gaps, the dearest first. */
function listed(chosen: Tiers): string[][] {
  const numbers = [...new Set(Object.values(chosen))].filter((tier) => tier > 0).toSorted((a, b) => a - b)
  return numbers.map((number) =>
    Object.keys(chosen)
      .filter((name) => chosen[name] === number)
      .toSorted(),
  )
}

interface RankFormProps {
  post: Post
  silent: EmployerScene['silentEmployer']
  keyed: Key
}

/** One post and who has listed it; each is put into a tier, or taken by none. */
export function RankForm({ post, silent, keyed }: RankFormProps) {
  const text = useText(employerMessages)
  const [chosen, setChosen] = useState(() => tiersOf(post))
  const [told, setTold] = useState<Told>()
  const [isSending, setSending] = useState(false)
  const isGiven = told?.kind === 'scene' || post.tiers !== null
  const send = () => {
    setSending(true)
    void sendRanking(keyed, { post: post.code, tiers: listed(chosen) })
      .then(setTold)
      .finally(() => setSending(false))
  }
  return (
    <section className="sheet rank" aria-label={post.code}>
      <h2>{text('placement.employer.post', { code: post.code, title: post.title, seats: post.seats, people: post.people.length })}</h2>
      {post.people.length === 0 ? (
        <p>{text('placement.employer.nobody')}</p>
      ) : (
        <>
          <p>
            {text(`placement.employer.silent.${silent}`)} {text('placement.employer.someRanked')}
          </p>
          <ul>
            {post.people.map((person) => (
              <Somebody
                key={person.name}
                person={person}
                tier={chosen[person.name] ?? 0}
                most={post.people.length}
                onTier={(tier) => setChosen({ ...chosen, [person.name]: tier })}
              />
            ))}
          </ul>
          {told && told.kind !== 'scene' && <EmployerRefusedWords told={told} />}
          <p role="status">
            {told?.kind === 'scene'
              ? text('placement.employer.saved')
              : text(isGiven ? 'placement.employer.given' : 'placement.employer.notGiven')}
          </p>
          <button type="button" className="solid" aria-busy={isSending} disabled={isSending} onClick={send}>
            {text('placement.employer.save')}
          </button>
        </>
      )}
    </section>
  )
}

interface SomebodyProps {
  person: RankedSomebody
  tier: number
  most: number
  onTier: (tier: number) => void
}

function Somebody({ person, tier, most, onTier }: SomebodyProps) {
  const text = useText(employerMessages)
  const word = useCodeWord()
  const { years, points, codes } = person
  const facts = [
    ...codes.map(word),
    years.to === null
      ? text('placement.employer.yearsFrom', { from: years.from })
      : text('placement.employer.years', { from: years.from, to: years.to }),
    text('placement.employer.points', points),
    ...(person.hasMerit ? [text('placement.employer.merit')] : []),
    ...(person.hasCommendation ? [text('placement.employer.commendation')] : []),
  ]
  return (
    <li>
      <span>
        <b className="mono">{text('placement.employer.person', { name: person.name })}</b>
        <small>{facts.join(' · ')}</small>
      </span>
      <select
        className="plain-select"
        aria-label={text('placement.employer.rankOf', { name: person.name })}
        value={tier}
        onChange={({ target }) => onTier(Number(target.value))}
      >
        <option value={0}>{text('placement.employer.notTaken')}</option>
        {Array.from({ length: most }, (_, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: tiers are counted, none has a name
          <option key={at} value={at + 1}>
            {text('placement.employer.tier', { tier: at + 1 })}
          </option>
        ))}
      </select>
    </li>
  )
}
