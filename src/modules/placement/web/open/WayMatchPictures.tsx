import { useText } from '../../../../ui/text/use-text.ts'
import { wayMessages } from './messages-ways.ts'
import { Line, Person, Post } from './way-shapes.tsx'

/** Three people, two employers: who was kept, and who asked and was not. */
export function TwoWayPicture() {
  const text = useText(wayMessages)
  const [a, b, c] = [text('placement.ways.a'), text('placement.ways.b'), text('placement.ways.c')]
  const post = text('placement.ways.post')
  return (
    <svg className="way-pic" viewBox="0 0 400 200" role="img" aria-label={text('placement.ways.twoWayPic')}>
      <Line from={{ x: 61, y: 40 }} to={{ x: 220, y: 62 }} isDashed />
      <Line from={{ x: 61, y: 40 }} to={{ x: 220, y: 138 }} isStrong />
      <Line from={{ x: 61, y: 100 }} to={{ x: 220, y: 66 }} isStrong />
      <Line from={{ x: 61, y: 160 }} to={{ x: 220, y: 142 }} isDashed />
      <Person x={40} y={40} word={a} isStrong />
      <Person x={40} y={100} word={b} isStrong />
      <Person x={40} y={160} word={c} />
      <Post x={220} y={64} width={166} word={`${post} 1　${b} ${a}`} />
      <Post x={220} y={140} width={166} word={`${post} 2　${a} ${c}`} />
    </svg>
  )
}

/** Two people, two posts, a number on each line: the two whose sum is least. */
export function DirectivePicture() {
  const text = useText(wayMessages)
  const post = text('placement.ways.post')
  return (
    <svg className="way-pic" viewBox="0 0 400 200" role="img" aria-label={text('placement.ways.directivePic')}>
      <Line from={{ x: 61, y: 40 }} to={{ x: 290, y: 40 }} isStrong />
      <Line from={{ x: 61, y: 120 }} to={{ x: 290, y: 120 }} isStrong />
      <Line from={{ x: 61, y: 48 }} to={{ x: 290, y: 112 }} isDashed />
      <Line from={{ x: 61, y: 112 }} to={{ x: 290, y: 48 }} isDashed />
      <Person x={40} y={40} word={text('placement.ways.a')} />
      <Person x={40} y={120} word={text('placement.ways.b')} />
      <Post x={290} y={40} width={96} word={`${post} 1`} />
      <Post x={290} y={120} width={96} word={`${post} 2`} />
      <text x={175} y={30} textAnchor="middle">
        3
      </text>
      <text x={175} y={142} textAnchor="middle">
        4
      </text>
      <text className="soft-text" x={104} y={80} textAnchor="middle">
        9
      </text>
      <text className="soft-text" x={250} y={80} textAnchor="middle">
        6
      </text>
      <text x={110} y={184} textAnchor="middle">
        3 + 4 {text('placement.ways.sum', { sum: 7 })}
      </text>
      <text className="soft-text" x={300} y={184} textAnchor="middle">
        {text('placement.ways.not', { sum: 15 })}
      </text>
    </svg>
  )
}
