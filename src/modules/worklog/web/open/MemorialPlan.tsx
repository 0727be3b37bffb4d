import { useText } from '../../../../ui/text/use-text.ts'
import type { OpenMemorials } from '../../contract-sites.ts'
import { openSiteMessages } from './messages-open.ts'

const WIDTH = 560
const HEIGHT = 320
const EDGE = 28

interface Dot {
  readonly number: number
  readonly name: string
  readonly x: number
  readonly y: number
}

/** Points on a plain drawing, north up: degrees of longitude are as short as they are at that latitude. */
function dotsOf({ sites, first }: Pick<OpenMemorials, 'sites' | 'first'>): Dot[] {
  const placed = sites.flatMap(({ point, name }, at) => (point ? [{ ...point, name, number: first + at }] : []))
  const middle = placed.reduce((sum, { latitude }) => sum + latitude, 0) / Math.max(1, placed.length)
  const shrink = Math.cos((middle * Math.PI) / 180)
  const flat = placed.map((one) => ({ ...one, east: one.longitude * shrink, north: one.latitude }))
  const [west, south] = [Math.min(...flat.map(({ east }) => east)), Math.min(...flat.map(({ north }) => north))]
  const [wide, high] = [Math.max(...flat.map(({ east }) => east)) - west, Math.max(...flat.map(({ north }) => north)) - south]
  const scale = Math.min((WIDTH - 2 * EDGE) / Math.max(wide, 1e-6), (HEIGHT - 2 * EDGE) / Math.max(high, 1e-6))
  const [left, below] = [(WIDTH - wide * scale) / 2, (HEIGHT - high * scale) / 2]
  return flat.map(({ number, name, east, north }) => ({
    number,
    name,
    x: left + (east - west) * scale,
    y: HEIGHT - below - (north - south) * scale,
  }))
}

/** Where those of the list lie to each other; nothing where fewer than two have coordinates. */
export function MemorialPlan({ memorials }: { memorials: OpenMemorials }) {
  const text = useText(openSiteMessages)
  const dots = dotsOf(memorials)
  if (dots.length < 2) return null
  return (
    <figure className="memorial-plan">
      <figcaption>{text('work.open.plan')}</figcaption>
      <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={text('work.open.plan')}>
        <path className="north" d={`M${WIDTH - 18} 34 v-20 m-6 8 l6 -8 l6 8`} />
        {dots.map(({ number, name, x, y }) => (
          <g key={number}>
            <title>{`${number} ${name}`}</title>
            <circle cx={x} cy={y} r="11" />
            <text x={x} y={y + 4} textAnchor="middle">
              {number}
            </text>
          </g>
        ))}
      </svg>
      <p className="soft">{text('work.open.planWords')}</p>
    </figure>
  )
}
