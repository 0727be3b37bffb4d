import { Link } from 'react-router'
import { useView } from '../../../../../ui/api/use-view.ts'
import { Icon } from '../../../../../ui/parts/Icon.tsx'
import { ViewState } from '../../../../../ui/parts/ViewState.tsx'
import { PageHeading } from '../../../../../ui/plain/PageHeading.tsx'
import { useText } from '../../../../../ui/text/use-text.ts'
import { type Entitlement, listMyEntitlements } from '../../../contract.ts'
import { useWordsOf } from '../../matters/words-of.ts'
import { useFactWords } from './fact-words.ts'
import { entitledMessages } from './messages-entitled.ts'
import { Verdict } from './Verdict.tsx'
import './entitled.css'

const ORDER = { yes: 0, missing: 1, no: 2 } as const

/** What the law of today gives this person, what not, and what is wanting to know. */
export function EntitlementsPage() {
  const text = useText(entitledMessages)
  const query = useView(listMyEntitlements, {})
  return (
    <>
      <PageHeading title={text('mine.entitled.title')} />
      <ViewState query={query}>
        {({ entitlements }) => (
          <>
            <Sentence entitlements={entitlements} />
            <ul className="door-list">
              {entitlements
                .toSorted((a, b) => ORDER[a.verdict] - ORDER[b.verdict])
                .map((one) => (
                  <li key={one.code}>
                    <EntitlementDoor one={one} />
                  </li>
                ))}
            </ul>
          </>
        )}
      </ViewState>
    </>
  )
}

function Sentence({ entitlements }: { entitlements: readonly Entitlement[] }) {
  const text = useText(entitledMessages)
  const countOf = (verdict: Entitlement['verdict']) => entitlements.filter((one) => one.verdict === verdict).length
  const [yes, missing] = [countOf('yes'), countOf('missing')]
  return (
    <p className="lead">
      {yes > 0 ? text('mine.entitled.sentence', { count: yes }) : text('mine.entitled.sentenceNone')}
      {missing > 0 && text('mine.entitled.missing', { count: missing })}
    </p>
  )
}

function EntitlementDoor({ one }: { one: Entitlement }) {
  const text = useText(entitledMessages)
  const wordsOf = useWordsOf()
  const facts = useFactWords()
  return (
    <Link className="big line" to={`/me/entitlements/${one.code}`}>
      <span className="grow">
        <Verdict verdict={one.verdict} />
        <b>{wordsOf(one.name)}</b>
        <span>{one.verdict === 'missing' ? text('mine.entitled.lacks', { facts: facts.list(one.missing) }) : wordsOf(one.gives)}</span>
      </span>
      <Icon name="right" size={26} />
    </Link>
  )
}
