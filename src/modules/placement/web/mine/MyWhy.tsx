import { useText } from '../../../../ui/text/use-text.ts'
import type { Why } from '../../contract-receipts.ts'
import { listMessages } from './messages-lists.ts'

/** Why one has what one has, and nothing that one would rather have had: in the words of the certificate. */
export function MyWhy({ why }: { why: Why }) {
  const text = useText(listMessages)
  return (
    <section aria-label={text('placement.why.title')}>
      <h2>{text('placement.why.title')}</h2>
      {why.kind === 'two-way' ? <TwoWay why={why} /> : <Directive why={why} />}
    </section>
  )
}

function TwoWay({ why: { list } }: { why: Extract<Why, { kind: 'two-way' }> }) {
  const text = useText(listMessages)
  if (list.length === 0) return <p>{text('placement.why.none')}</p>
  return (
    <>
      <ol className="my-list">
        {list.map(({ post, title, verdict, own, last }, at) => (
          <li key={post} data-verdict={verdict}>
            <b>{at + 1}</b>
            <span>
              {post} {title}
              <small>{text(`placement.why.${verdict}`, { own: own ?? '', last: last ?? '' })}</small>
            </span>
          </li>
        ))}
      </ol>
      <p className="fine">{text('placement.why.proof')}</p>
    </>
  )
}

function Directive({ why }: { why: Extract<Why, { kind: 'directive' }> }) {
  const text = useText(listMessages)
  const { own, unplaced, optimum, isDeviation, cheaper } = why
  return (
    <>
      <p>{text('placement.why.directive')}</p>
      <p>{own ? text('placement.why.cost', { ...own, dearer: '' }) : text('placement.why.unplaced', { unplaced })}</p>
      {isDeviation && <p>{text('placement.why.deviation', { optimum: optimum ?? text('placement.why.optimumNone') })}</p>}
      {cheaper.length > 0 && (
        <>
          <h3>{text('placement.why.cheaper')}</h3>
          <ul className="my-list">
            {cheaper.map(({ post, title, total, dearer }) => (
              <li key={post}>
                <b>{post}</b>
                <span>
                  {dearer
                    ? text('placement.why.dearer', { post: title, total, dearer })
                    : text('placement.why.equal', { post: title, total })}
                </span>
              </li>
            ))}
          </ul>
          <p className="fine">{text('placement.why.dual')}</p>
        </>
      )}
    </>
  )
}
