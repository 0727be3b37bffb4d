import { useText } from '../../../../ui/text/use-text.ts'
import { howMessages } from './messages-how.ts'

/** The method in one picture: two boxes that nobody controls together make the order; the rest is a chain. */
export function HowPicture() {
  const text = useText(howMessages)
  const box = (x: number, y: number, words: readonly string[], isStrong = false) => (
    <g>
      <rect className="box" data-strong={isStrong || undefined} x={x} y={y} width={200} height={84} rx={12} />
      {words.map((line, at) => (
        <text
          key={line}
          className={at === 0 ? '' : 'soft-text'}
          x={x + 100}
          y={y + (words.length > 2 ? 26 : 36) + at * 23}
          textAnchor="middle"
        >
          {line}
        </text>
      ))}
    </g>
  )
  return (
    <svg viewBox="0 0 820 300" role="img" aria-label={text('placement.how.pic')}>
      <defs>
        <marker id="how-head" viewBox="0 0 10 10" refX="9" refY="5" markerWidth="8" markerHeight="8" orient="auto">
          <path className="head" d="M0 0 10 5 0 10z" />
        </marker>
      </defs>
      {box(10, 20, [text('placement.how.p.seal'), text('placement.how.p.sealNote'), text('placement.how.p.sealNote2')], true)}
      {box(10, 186, [text('placement.how.p.draw'), text('placement.how.p.drawNote')])}
      {box(310, 103, [text('placement.how.p.order'), text('placement.how.p.orderNote')], true)}
      {box(610, 20, [text('placement.how.p.turns'), text('placement.how.p.turnsNote')])}
      {box(610, 186, [text('placement.how.p.check'), text('placement.how.p.checkNote')], true)}
      <path className="arrow" markerEnd="url(#how-head)" d="M210 62 C 260 62 260 130 308 138" />
      <path className="arrow" markerEnd="url(#how-head)" d="M210 228 C 260 228 260 160 308 152" />
      <path className="arrow" markerEnd="url(#how-head)" d="M510 145 C 560 145 560 62 608 62" />
      <path className="arrow" markerEnd="url(#how-head)" d="M710 104 V 184" />
      <text className="soft-text" x={110} y={128} textAnchor="middle">
        {text('placement.how.p.published')}
      </text>
      {[0, 1, 2, 3].map((at) => (
        <ellipse key={at} className="arrow" cx={740 + at * 20} cy={144} rx={14} ry={8} />
      ))}
    </svg>
  )
}
