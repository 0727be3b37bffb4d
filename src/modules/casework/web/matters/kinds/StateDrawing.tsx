import { useText } from '../../../../../ui/text/use-text.ts'
import type { MatterKind } from '../../../contract.ts'
import { matterMessages } from '../messages.ts'
import { useWordsOf } from '../words-of.ts'
import { layOut } from './state-layout.ts'

const CELL = { width: 148, height: 84 } as const
const BOX = { width: 116, height: 44 } as const
const EDGE = 12

interface Point {
  readonly x: number
  readonly y: number
}

/** From the right or the foot of one box to the left or the head of another; going back, below the boxes. */
function pathBetween(from: Point, to: Point): string {
  const [right, left] = [from.x + BOX.width, to.x]
  const middle = BOX.height / 2
  if (to.x > from.x) {
    const bend = (right + left) / 2
    return `M${right},${from.y + middle} C${bend},${from.y + middle} ${bend},${to.y + middle} ${left},${to.y + middle}`
  }
  const low = Math.max(from.y, to.y) + BOX.height + 20
  const [start, end] = [from.x + BOX.width * 0.6, to.x + BOX.width * 0.4]
  return `M${start},${from.y + BOX.height} C${start},${low} ${end},${low} ${end},${to.y + BOX.height}`
}

/** The states of a kind and the steps between them. The table beside it says the same in words. */
export function StateDrawing({ kind }: { kind: MatterKind }) {
  const text = useText(matterMessages)
  const wordsOf = useWordsOf()
  const placed = layOut(kind)
  const at = new Map(placed.map(({ code, column, row }) => [code, { x: EDGE + column * CELL.width, y: EDGE + row * CELL.height }]))
  const size = {
    width: EDGE * 2 + (Math.max(...placed.map(({ column }) => column)) + 1) * CELL.width,
    height: EDGE * 2 + (Math.max(...placed.map(({ row }) => row)) + 1) * CELL.height,
  }
  const edges = kind.steps.flatMap((step) =>
    step.from.map((from) => ({ key: `${step.code}-${from}`, step, from: at.get(from), to: at.get(step.to) })),
  )
  return (
    // Wider than a phone: whoever has only keys scrolls it too.
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls takes the focus
    <section className="state-drawing" tabIndex={0} aria-label={text('matters.kinds.drawing')}>
      <svg
        viewBox={`0 0 ${size.width} ${size.height}`}
        style={{ minWidth: size.width }}
        role="img"
        aria-label={`${text('matters.kinds.drawing')} ${wordsOf(kind.name)}`}
      >
        <defs>
          <marker id="tip" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="7" markerHeight="7" orient="auto">
            <path d="M0,0 L8,4 L0,8 z" />
          </marker>
        </defs>
        {edges.map(
          ({ key, step, from, to }) =>
            from &&
            to && <path key={key} className="edge" data-back={step.isBack || undefined} d={pathBetween(from, to)} markerEnd="url(#tip)" />,
        )}
        {kind.states.map((state) => {
          const point = at.get(state.code)
          return (
            point && (
              <g key={state.code} className="node" data-outcome={state.outcome ?? undefined} transform={`translate(${point.x},${point.y})`}>
                <rect width={BOX.width} height={BOX.height} rx="6" />
                <text x={BOX.width / 2} y="19">
                  {wordsOf(state.name)}
                </text>
                <text x={BOX.width / 2} y="35" className="small">
                  {state.waitsFor ? text(`matters.seat.${state.waitsFor}`) : state.outcome && text(`matters.outcome.${state.outcome}`)}
                </text>
              </g>
            )
          )
        })}
      </svg>
    </section>
  )
}
