import { useText } from '../../../../ui/text/use-text.ts'
import { wayMessages } from './messages-ways.ts'
import { DirectivePicture, TwoWayPicture } from './WayMatchPictures.tsx'
import { DirectPicture, ExamPicture, TurnsPicture } from './WayTurnPictures.tsx'

const WAYS = [
  { way: 'turns', Picture: TurnsPicture },
  { way: 'twoWay', Picture: TwoWayPicture },
  { way: 'directive', Picture: DirectivePicture },
  { way: 'exam', Picture: ExamPicture },
  { way: 'direct', Picture: DirectPicture },
] as const

/** How each way brings posts to people: plain words and a picture each. */
export function WaySections() {
  const text = useText(wayMessages)
  return (
    <>
      <div>
        <h2>{text('placement.ways.title')}</h2>
        <p>{text('placement.ways.lead')}</p>
      </div>
      {WAYS.map(({ way, Picture }) => (
        <section key={way} aria-labelledby={`way-${way}`}>
          <h3 id={`way-${way}`}>{text(`placement.ways.${way}`)}</h3>
          <Picture />
          <p>{text(`placement.ways.${way}Words`)}</p>
        </section>
      ))}
    </>
  )
}
