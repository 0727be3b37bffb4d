import { Link, useParams } from 'react-router'
import { useView } from '../../../../../ui/api/use-view.ts'
import { EmptyState } from '../../../../../ui/parts/EmptyState.tsx'
import { ViewState } from '../../../../../ui/parts/ViewState.tsx'
import { PageHeading } from '../../../../../ui/plain/PageHeading.tsx'
import { useText } from '../../../../../ui/text/use-text.ts'
import { type Entitlement, listMyEntitlements } from '../../../contract.ts'
import { useWordsOf } from '../../matters/words-of.ts'
import { useFactWords } from './fact-words.ts'
import { entitledMessages } from './messages-entitled.ts'
import { ReasonTree } from './ReasonTree.tsx'
import { clausesOf, treeOf } from './reason-tree.ts'
import { Verdict } from './Verdict.tsx'
import './entitled.css'

/** One entitlement: the answer, what to do, why, and by which clause. */
export function EntitlementPage() {
  const text = useText(entitledMessages)
  const { code } = useParams()
  const query = useView(listMyEntitlements, {})
  return (
    <ViewState query={query}>
      {({ entitlements }) => {
        const one = entitlements.find((entitlement) => entitlement.code === code)
        if (one) return <Entitled one={one} />
        return (
          <>
            <PageHeading title={text('mine.entitled.none')} />
            <EmptyState title={text('mine.entitled.none')} words={text('mine.entitled.noneWords')} />
          </>
        )
      }}
    </ViewState>
  )
}

function Entitled({ one }: { one: Entitlement }) {
  const text = useText(entitledMessages)
  const wordsOf = useWordsOf()
  const facts = useFactWords()
  return (
    <div className="sheets">
      <section className="sheet">
        <Verdict verdict={one.verdict} />
        <PageHeading title={wordsOf(one.name)} />
        <p>{wordsOf(one.gives)}</p>
        <p>
          {one.verdict === 'missing'
            ? text('mine.entitled.missingWords', { facts: facts.list(one.missing) })
            : text(one.verdict === 'yes' ? 'mine.entitled.yesWords' : 'mine.entitled.noWords')}
        </p>
        <WhatToDo one={one} />
      </section>
      <section className="sheet">
        <h2>{text('mine.entitled.why')}</h2>
        <ReasonTree nodes={treeOf(one.reasons)} />
        <h2>{text('mine.entitled.clauses')}</h2>
        {clausesOf(one.reasons).map(({ law, article, says }) => (
          <blockquote key={law + article}>
            <b>
              {law}
              <span className="keep">{article}</span>
            </b>
            <p>{text('mine.entitled.clause', { says })}</p>
          </blockquote>
        ))}
      </section>
    </div>
  )
}

function WhatToDo({ one: { matter, verdict } }: { one: Entitlement }) {
  const text = useText(entitledMessages)
  const file = (
    <Link className="ghost" to="/me/file">
      {text(verdict === 'yes' ? 'mine.entitled.file' : 'mine.entitled.wrong')}
    </Link>
  )
  if (!matter || verdict === 'no') return file
  if (matter.openId !== null)
    return (
      <Link className="solid" to={`/me/matters/${matter.openId}`}>
        {text(matter.isDone ? 'mine.entitled.done' : 'mine.entitled.open')}
      </Link>
    )
  return (
    <>
      {matter.unasked && <p className="paid">{text('mine.entitled.unasked')}</p>}
      <Link className={matter.unasked ? 'ghost' : 'solid'} to={`/me/kinds/${matter.typeCode}`}>
        {text('mine.entitled.apply')}
      </Link>
      {verdict === 'missing' && file}
    </>
  )
}
