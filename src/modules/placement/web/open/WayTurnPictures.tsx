import { useText } from '../../../../ui/text/use-text.ts'
import { wayMessages } from './messages-ways.ts'
import { Line, Person, Post } from './way-shapes.tsx'

/** A queue before posts: the first chooses, one post is gone, the last left a list. */
export function TurnsPicture() {
  const text = useText(wayMessages)
  const post = text('placement.ways.post')
  return (
    <svg className="way-pic" viewBox="0 0 400 200" role="img" aria-label={text('placement.ways.turnsPic')}>
      <Line from={{ x: 61, y: 60 }} to={{ x: 206, y: 100 }} isStrong />
      <Post x={14} y={162} width={84} word={`${post} 1`} isGone />
      <Post x={110} y={162} width={84} word={`${post} 2`} isGone />
      <Post x={206} y={110} width={84} word={`${post} 3`} isStrong />
      <Post x={302} y={162} width={84} word={`${post} 4`} />
      <Person x={40} y={54} word="1" isStrong />
      <Person x={120} y={54} word="2" />
      <Person x={200} y={54} word="3" />
      <Person x={280} y={54} word="4" />
      <Post x={314} y={54} width={74} word={text('placement.ways.list')} />
    </svg>
  )
}

/** Three marks in one bar, and the order that follows from it. */
export function ExamPicture() {
  const text = useText(wayMessages)
  const parts = [
    { x: 10, width: 180, word: text('placement.ways.service'), isStrong: true },
    { x: 190, width: 110, word: text('placement.ways.written') },
    { x: 300, width: 90, word: text('placement.ways.appraisal') },
  ]
  return (
    <svg className="way-pic" viewBox="0 0 400 200" role="img" aria-label={text('placement.ways.examPic')}>
      {parts.map(({ x, width, word, isStrong }) => (
        <Post key={x} x={x} y={40} width={width} word={word} {...(isStrong ? { isStrong } : {})} />
      ))}
      <path className="arrow" d="M10 76 v10 h380 v-10 M200 86 v14" />
      <text x={200} y={122} textAnchor="middle">
        {text('placement.ways.composite')}
      </text>
      <Person x={110} y={166} word="1" isStrong />
      <Person x={200} y={166} word="2" />
      <Person x={290} y={166} word="3" />
      <Line from={{ x: 131, y: 166 }} to={{ x: 179, y: 166 }} />
      <Line from={{ x: 221, y: 166 }} to={{ x: 269, y: 166 }} />
    </svg>
  )
}

/** Posts kept for a speciality: who has it goes in, who has none does not. */
export function DirectPicture() {
  const text = useText(wayMessages)
  const kept = (what: string) => `${text('placement.ways.kept')} ${what}`
  const [driver, medic] = [text('placement.ways.driver'), text('placement.ways.medic')]
  return (
    <svg className="way-pic" viewBox="0 0 400 200" role="img" aria-label={text('placement.ways.directPic')}>
      <Line from={{ x: 114, y: 40 }} to={{ x: 250, y: 40 }} isStrong />
      <Line from={{ x: 114, y: 100 }} to={{ x: 250, y: 100 }} isStrong />
      <Line from={{ x: 114, y: 160 }} to={{ x: 214, y: 112 }} isDashed />
      <path className="arrow" d="M206 98 L224 126 M224 98 L206 126" />
      <Post x={14} y={40} width={100} word={driver} isStrong />
      <Post x={14} y={100} width={100} word={medic} isStrong />
      <Post x={14} y={160} width={100} word={text('placement.ways.none')} />
      <Post x={250} y={40} width={136} word={kept(driver)} isStrong />
      <Post x={250} y={100} width={136} word={kept(medic)} isStrong />
    </svg>
  )
}
