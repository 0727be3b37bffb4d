/** What the pictures of the ways are made of. Colours come from the page, light and dark. */

interface At {
  x: number
  y: number
}

/** A person: a round with a letter or number. */
export function Person({ x, y, word, isStrong = false }: At & { word: string; isStrong?: boolean }) {
  return (
    <g>
      <circle className="box" data-strong={isStrong || undefined} cx={x} cy={y} r={21} />
      <text x={x} y={y + 6} textAnchor="middle">
        {word}
      </text>
    </g>
  )
}

/** A post: a square with its words; crossed out once it is gone. */
export function Post({
  x,
  y,
  word,
  width = 92,
  isStrong = false,
  isGone = false,
}: At & { word: string; width?: number; isStrong?: boolean; isGone?: boolean }) {
  return (
    <g>
      <rect className="box" data-strong={isStrong || undefined} x={x} y={y - 22} width={width} height={44} rx={8} />
      <text className={isGone ? 'soft-text' : ''} x={x + width / 2} y={y + 6} textAnchor="middle">
        {word}
      </text>
      {isGone && <path className="arrow" d={`M${x + 10} ${y + 14} L${x + width - 10} ${y - 14}`} />}
    </g>
  )
}

/** From one to the other; dashed where it came to nothing. */
export function Line({ from, to, isDashed = false, isStrong = false }: { from: At; to: At; isDashed?: boolean; isStrong?: boolean }) {
  return (
    <path
      className="arrow"
      data-strong={isStrong || undefined}
      strokeDasharray={isDashed ? '6 6' : undefined}
      d={`M${from.x} ${from.y} L${to.x} ${to.y}`}
    />
  )
}
