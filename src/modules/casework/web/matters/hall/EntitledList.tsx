import { Button } from 'antd'
import { Link } from 'react-router'
import { Tag } from '../../../../../ui/parts/Tag.tsx'
import { useText } from '../../../../../ui/text/use-text.ts'
import type { Entitlement } from '../../../contract.ts'
import { matterMessages } from '../messages.ts'
import { matterWordMessages } from '../messages-words.ts'
import { useWordsOf } from '../words-of.ts'

const ORDER = { yes: 0, missing: 1, no: 2 } as const
const TONES = { yes: 'green', missing: 'amber', no: 'plain' } as const
const SIGNS = { yes: '✓', missing: '?', no: '×' } as const

/** What the law of today gives this person, each with its reasons: the facts of the file and the clauses. */
export function EntitledList({ entitlements, onBegin }: { entitlements: readonly Entitlement[]; onBegin: (typeCode: string) => void }) {
  const sorted = entitlements.toSorted((a, b) => ORDER[a.verdict] - ORDER[b.verdict])
  return (
    <ul className="matter-lines entitled">
      {sorted.map((one) => (
        <Entitled key={one.code} one={one} onBegin={onBegin} />
      ))}
    </ul>
  )
}

function Entitled({ one, onBegin }: { one: Entitlement; onBegin: (typeCode: string) => void }) {
  const [text, words, wordsOf] = [useText(matterMessages), useText(matterWordMessages), useWordsOf()]
  const facts = one.missing.map((fact) => words(`matters.fact.${fact}` as 'matters.fact.age')).join('、')
  return (
    <li>
      <details>
        <summary>
          <Tag tone={TONES[one.verdict]}>{SIGNS[one.verdict]}</Tag> <b>{wordsOf(one.name)}</b>{' '}
          {one.matter?.unasked && <Tag tone="slate">{text('matters.hall.unasked')}</Tag>}
          <span className="field-hint">{one.verdict === 'missing' ? text('matters.hall.missing', { facts }) : wordsOf(one.gives)}</span>
        </summary>
        <Reasons one={one} />
      </details>
      {one.matter && one.verdict !== 'no' && <Offer matter={one.matter} onBegin={onBegin} />}
    </li>
  )
}

function Offer({ matter, onBegin }: { matter: NonNullable<Entitlement['matter']>; onBegin: (typeCode: string) => void }) {
  const text = useText(matterMessages)
  if (matter.openId !== null)
    return <Link to={`/desk/matters/${matter.openId}`}>{text(matter.isDone ? 'matters.hall.had' : 'matters.hall.has')}</Link>
  return (
    <Button size="small" onClick={() => onBegin(matter.typeCode)}>
      {text('matters.hall.begin')}
    </Button>
  )
}

/** The leaves of the tree in the order of reading; what joins them is said by their indent. */
function Reasons({ one }: { one: Entitlement }) {
  const wordsOf = useWordsOf()
  const leaves = one.reasons.flatMap((reason) =>
    reason.name && reason.clause ? [{ ...reason, name: reason.name, clause: reason.clause }] : [],
  )
  return (
    <ul className="reasons">
      {leaves.map(({ name, clause, verdict, depth, fact }) => (
        <li key={`${fact}-${clause.article}-${wordsOf(name)}`} style={{ paddingInlineStart: (depth - 1) * 16 }}>
          <Tag tone={TONES[verdict]}>{SIGNS[verdict]}</Tag> {wordsOf(name)}{' '}
          <span className="rule">
            {clause.law}
            {clause.article}
          </span>
        </li>
      ))}
    </ul>
  )
}
