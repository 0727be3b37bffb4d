import { useText } from '../../../../ui/text/use-text.ts'
import { howMessages } from './messages-how.ts'

interface Plan {
  readonly name: string
  readonly size: readonly [width: number, height: number]
  /** Of every box. */
  readonly width: number
  /** Left upper corners: seal, draw, order, turns, check. */
  readonly boxes: readonly (readonly [x: number, y: number])[]
  readonly arrows: readonly string[]
  /** Middle of the words below the seal. */
  readonly published: readonly [x: number, y: number]
  /** First link of the chain that the turns are. */
  readonly chain: readonly [x: number, y: number]
}

const WIDE: Plan = {
  name: 'wide',
  size: [820, 300],
  width: 200,
  boxes: [
    [10, 20],
    [10, 186],
    [310, 103],
    [610, 20],
    [610, 186],
  ],
  arrows: ['M210 62 C 260 62 260 130 308 138', 'M210 228 C 260 228 260 160 308 152', 'M510 145 C 560 145 560 62 608 62', 'M710 104 V 184'],
  published: [110, 128],
  chain: [740, 144],
}

/** For a telephone: as large as it is drawn. */
const TALL: Plan = {
  name: 'tall',
  size: [360, 536],
  width: 172,
  boxes: [
    [2, 2],
    [186, 2],
    [94, 156],
    [94, 288],
    [94, 430],
  ],
  arrows: ['M150 86 C 150 124 160 120 164 154', 'M210 86 C 210 124 200 120 196 154', 'M180 240 V 286', 'M180 372 V 428'],
  published: [72, 108],
  chain: [210, 400],
}

/** The method in one picture: two boxes that nobody controls together make the order; the rest is a chain. */
export function HowPicture() {
  return (
    <>
      <Drawn plan={WIDE} />
      <Drawn plan={TALL} />
    </>
  )
}

function Drawn({ plan }: { plan: Plan }) {
  const text = useText(howMessages)
  const head = `how-head-${plan.name}`
  const words = [
    [text('placement.how.p.seal'), text('placement.how.p.sealNote'), text('placement.how.p.sealNote2')],
    [text('placement.how.p.draw'), text('placement.how.p.drawNote')],
    [text('placement.how.p.order'), text('placement.how.p.orderNote')],
    [text('placement.how.p.turns'), text('placement.how.p.turnsNote')],
    [text('placement.how.p.check'), text('placement.how.p.checkNote')],
  ]
  const [x, y] = plan.published
  return (
    <svg className={plan.name} viewBox={`0 0 ${plan.size.join(' ')}`} role="img" aria-label={text('placement.how.pic')}>
      <defs>
        <marker id={head} viewBox="0 0 10 10" refX="9" refY="5" markerWidth="8" markerHeight="8" orient="auto">
          <path className="head" d="M0 0 10 5 0 10z" />
        </marker>
      </defs>
      {plan.arrows.map((path) => (
        <path key={path} className="arrow" markerEnd={`url(#${head})`} d={path} />
      ))}
      {plan.boxes.map((corner, at) => (
        <Box key={words[at]?.[0]} corner={corner} width={plan.width} words={words[at] ?? []} isStrong={at % 2 === 0} />
      ))}
      <text className="soft-text" x={x} y={y} textAnchor="middle">
        {text('placement.how.p.published')}
      </text>
      {[0, 1, 2, 3].map((at) => (
        <ellipse key={at} className="arrow" cx={plan.chain[0] + at * 20} cy={plan.chain[1]} rx={14} ry={8} />
      ))}
    </svg>
  )
}

interface BoxProps {
  corner: readonly [x: number, y: number]
  width: number
  words: readonly string[]
  isStrong: boolean
}

function Box({ corner: [x, y], width, words, isStrong }: BoxProps) {
  return (
    <g>
      <rect className="box" data-strong={isStrong || undefined} x={x} y={y} width={width} height={84} rx={12} />
      {words.map((line, at) => (
        <text
          key={line}
          className={at === 0 ? '' : 'soft-text'}
          x={x + width / 2}
          y={y + (words.length > 2 ? 26 : 36) + at * 23}
          textAnchor="middle"
        >
          {line}
        </text>
      ))}
    </g>
  )
}
