import { useText } from '../../../../../ui/text/use-text.ts'
import { useWordsOf } from '../../matters/words-of.ts'
import { useFactWords } from './fact-words.ts'
import { entitledMessages } from './messages-entitled.ts'
import type { ReasonNode } from './reason-tree.ts'

const SIGNS = { yes: '✓', missing: '?', no: '×' } as const

/** Why: each condition of the law in plain words, whether it holds, what the file says of it, and where it stands written. */
export function ReasonTree({ nodes }: { nodes: readonly ReasonNode[] }) {
  return (
    <ul className="reasons-plain">
      {nodes.map((node, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the reasons of one answer never change places
        <li key={at}>{node.kind === 'leaf' ? <Leaf node={node} /> : <Joint node={node} kind={node.kind} />}</li>
      ))}
    </ul>
  )
}

function Joint({ node, kind }: { node: ReasonNode; kind: 'all' | 'any' | 'not' }) {
  const text = useText(entitledMessages)
  // Where one is enough and one holds, the others are told, but do not stand in the way.
  const isEnough = kind === 'any' && node.verdict === 'yes'
  const others = isEnough ? node.below.filter(({ verdict }) => verdict !== 'yes') : []
  return (
    <>
      <p className="fine">{text(`mine.entitled.rule.${kind}`)}</p>
      <ReasonTree nodes={isEnough ? node.below.filter(({ verdict }) => verdict === 'yes') : node.below} />
      {others.length > 0 && (
        <details className="more">
          <summary>{text('mine.entitled.others', { count: others.length })}</summary>
          <ReasonTree nodes={others} />
        </details>
      )}
    </>
  )
}

function Leaf({ node: { verdict, name, fact, value, clause } }: { node: ReasonNode }) {
  const text = useText(entitledMessages)
  const wordsOf = useWordsOf()
  const facts = useFactWords()
  const said = fact !== null && value !== null ? facts.value(fact, value) : undefined
  return (
    <div className="leaf" data-verdict={verdict}>
      <span className="sign" aria-hidden="true">
        {SIGNS[verdict]}
      </span>
      <div>
        <p>
          <b>{name && wordsOf(name)}</b>：{text(`mine.entitled.leaf.${verdict}`)}
        </p>
        {fact !== null && said !== undefined && (
          <p className="fine">{text('mine.entitled.fact', { fact: facts.name(fact), value: said })}</p>
        )}
        {clause && (
          <p className="fine">
            {clause.law}
            <span className="keep">{clause.article}</span>
          </p>
        )}
      </div>
    </div>
  )
}
