import { useText } from '../../../../ui/text/use-text.ts'
import type { Tried } from '../../contract.ts'
import { barOf, PARTS, type Part, partsOf } from './effects.ts'
import { whatIfMessages } from './messages-what-if.ts'

export interface NamedOutcome {
  readonly key: string
  readonly name: string
  readonly tried: Tried
}

const [WIDTH, LINE, BAR] = [640, 64, 26]
/** Below this many units a number does not fit into its part. */
const NARROW = 18

/** Words of a part of a bar. */
function usePartWords() {
  const text = useText(whatIfMessages)
  return (part: Part): string =>
    part.startsWith('wish') ? text('whatIf.wish', { wish: part.slice(4) }) : text(`whatIf.${part}` as 'whatIf.later')
}

/** One bar a rule, everybody in it: from the first wish at the left to no post at the right. */
export function EffectsChart({ outcomes }: { outcomes: readonly NamedOutcome[] }) {
  const text = useText(whatIfMessages)
  const words = usePartWords()
  return (
    <figure className="what-if">
      <svg viewBox={`0 0 ${WIDTH} ${outcomes.length * LINE}`} role="img" aria-label={text('whatIf.chart')}>
        {outcomes.map(({ key, name, tried }, at) => (
          <g key={key} transform={`translate(0 ${at * LINE})`}>
            <text className="name" x={0} y={18}>
              {name}
            </text>
            {tried.effects === null ? (
              <text x={0} y={44}>
                {text('whatIf.tooLarge')}
              </text>
            ) : (
              barOf(partsOf(tried.effects), WIDTH).map(({ part, count, x, width }) => (
                <g key={part}>
                  <title>{`${words(part)} ${text('whatIf.people', { count })}`}</title>
                  <rect className={`part ${part}`} x={x} y={26} width={width} height={BAR} />
                  {width > NARROW && (
                    <text className={`count ${part}`} x={x + width / 2} y={26 + BAR / 2 + 5} textAnchor="middle">
                      {count}
                    </text>
                  )}
                </g>
              ))
            )}
          </g>
        ))}
      </svg>
      <figcaption>
        {PARTS.map((part) => (
          <span key={part}>
            <i className={`part ${part}`} /> {words(part)}
          </span>
        ))}
      </figcaption>
    </figure>
  )
}

/** Two columns a rule: who would rather have a post that went to somebody behind, and seats that stay empty. */
export function SideChart({ outcomes }: { outcomes: readonly NamedOutcome[] }) {
  const text = useText(whatIfMessages)
  const known = outcomes.flatMap(({ key, name, tried }) => (tried.effects ? [{ key, name, ...tried.effects }] : []))
  const most = Math.max(1, ...known.flatMap(({ envious, unfilledSeats }) => [envious, unfilledSeats]))
  const step = WIDTH / Math.max(1, known.length)
  const column = (x: number, value: number, kind: 'envy' | 'empty') => (
    <>
      <rect className={`part ${kind}`} x={x} y={150 - (value / most) * 120} width={44} height={(value / most) * 120} />
      <text x={x + 22} y={144 - (value / most) * 120} textAnchor="middle">
        {value}
      </text>
    </>
  )
  return (
    <figure className="what-if">
      <svg viewBox={`0 0 ${WIDTH} 178`} role="img" aria-label={text('whatIf.side')}>
        <path className="base" d={`M0 150.5H${WIDTH}`} />
        {known.map(({ key, name, envious, unfilledSeats }, at) => (
          <g key={key} transform={`translate(${at * step + step / 2 - 50} 0)`}>
            {column(0, envious, 'envy')}
            {column(56, unfilledSeats, 'empty')}
            <text className="name" x={50} y={170} textAnchor="middle">
              {name}
            </text>
          </g>
        ))}
      </svg>
      <figcaption>
        <span>
          <i className="part envy" /> {text('whatIf.envious')}
        </span>
        <span>
          <i className="part empty" /> {text('whatIf.unfilled')}
        </span>
      </figcaption>
    </figure>
  )
}
