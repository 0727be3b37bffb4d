import { useState } from 'react'
import { useView } from '../../../../ui/api/use-view.ts'
import { EmptyState } from '../../../../ui/parts/EmptyState.tsx'
import { ViewState } from '../../../../ui/parts/ViewState.tsx'
import { PageHeading } from '../../../../ui/plain/PageHeading.tsx'
import { useDay } from '../../../../ui/plain/use-day.ts'
import { useText } from '../../../../ui/text/use-text.ts'
import { type MyPlacement, seeMyPlacement } from '../../contract.ts'
import { usePlacementWords } from '../use-words.ts'
import { ConfirmMine } from './ConfirmMine.tsx'
import { MySheet } from './MySheet.tsx'
import { MyWay } from './MyWay.tsx'
import { myPlacementMessages } from './messages-mine.ts'
import { ObjectMine } from './ObjectMine.tsx'

/** One's own way to a post: where it stands, the score line by line, confirm or object. */
export function MyPlacementPage() {
  const text = useText(myPlacementMessages)
  const query = useView(seeMyPlacement, {})
  return (
    <>
      <PageHeading title={text('placement.mine.title')} />
      <ViewState query={query}>
        {({ placements }) =>
          placements.length === 0 ? (
            <EmptyState title={text('placement.mine.none')} words={text('placement.mine.noneWords')} />
          ) : (
            placements.map((placement) => <Placement key={placement.candidateId} placement={placement} />)
          )
        }
      </ViewState>
    </>
  )
}

function Placement({ placement }: { placement: MyPlacement }) {
  const text = useText(myPlacementMessages)
  const words = usePlacementWords()
  const [line, setLine] = useState<string>()
  const { state, number, decision, sheet, can } = placement
  return (
    <div className="sheets">
      <div>
        <section className="sheet">
          <h2>{words.cohort(placement)}</h2>
          <p className="lead">{text('placement.mine.state', { state: words.text(`placement.state.${state}`) })}</p>
          <p className="fine">{text('placement.mine.number', { number })}</p>
        </section>
        {placement.letter && <MyLetter letter={placement.letter} />}
        {sheet && <MySheet sheet={sheet} canObject={can.object && line === undefined} onObject={setLine} />}
        {sheet && line !== undefined && (
          <ObjectMine candidateId={placement.candidateId} sheet={sheet} line={line} onClose={() => setLine(undefined)} />
        )}
        {sheet && can.confirm && line === undefined && <ConfirmMine candidateId={placement.candidateId} sheetId={sheet.id} />}
      </div>
      <div>
        <MyObjections placement={placement} />
        {decision && <MyWay decision={decision} />}
      </div>
    </div>
  )
}

/** Until when the employer is to let them start, and what they are owed when it does not. */
function MyLetter({ letter: { issuedOn, startBy, startedOn, isOverdue } }: { letter: NonNullable<MyPlacement['letter']> }) {
  const text = useText(myPlacementMessages)
  const day = useDay()
  return (
    <section className="sheet">
      <h2>{text('placement.mine.letter')}</h2>
      <p>{text('placement.mine.letterWords', { issued: day(issuedOn), by: day(startBy) })}</p>
      {startedOn !== null && <p>{text('placement.mine.started', { day: day(startedOn) })}</p>}
      {isOverdue && <p role="note">{text('placement.mine.overdue')}</p>}
    </section>
  )
}

function MyObjections({ placement: { objections } }: { placement: MyPlacement }) {
  const text = useText(myPlacementMessages)
  if (objections.length === 0) return null
  return (
    <section className="sheet">
      <h2>{text('placement.mine.objections')}</h2>
      <dl className="said">
        {objections.map(({ id, lineZh, words, outcome, reason, statedOn }) => (
          <div key={id}>
            <dt>{lineZh}</dt>
            <dd>
              {words}
              <br />
              {outcome === null
                ? text('placement.mine.open', { day: statedOn })
                : text(`placement.mine.${outcome}`, { reason: reason ?? '' })}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  )
}
