import { Button } from 'antd'
import { useState } from 'react'
import { useAction } from '../../../../ui/api/use-action.ts'
import { LineField } from '../../../../ui/fields/LineField.tsx'
import { Panel } from '../../../../ui/layout/Panel.tsx'
import { useText } from '../../../../ui/text/use-text.ts'
import type { SeenAssessment } from '../../contract.ts'
import * as contract from '../../contract.ts'
import { assessmentMessages } from './messages-assessments.ts'
import { movedText, type OpenPoint, pointsText, sideOf } from './point-words.ts'
import { Refused } from './Refused.tsx'
import { TierTag } from './TierTag.tsx'
import { useBandName } from './use-band-name.ts'
import { useIndicatorName } from './use-indicator-name.ts'

interface OwnProps {
  seen: SeenAssessment
  own: NonNullable<SeenAssessment['own']>
  scheme: string
  onOpen: (point: OpenPoint) => void
}

/** What the place was given from above: each point opens, and while it is open to objection it may object. */
export function OwnPanel({ seen, own, scheme, onOpen }: OwnProps) {
  const text = useText(assessmentMessages)
  const nameOf = useIndicatorName()
  const bandName = useBandName()
  return (
    <Panel title={text('assess.own')} side={<TierTag tier={own.tier} />}>
      <p className="assess-words">
        <b className="assess-score">{pointsText(own.score)}</b>{' '}
        {own.sizeBand && `${text('assess.ownBand', { band: bandName(own.sizeBand) })} · `}
        {own.rank !== null && text('assess.ownRank', { rank: own.rank, ranked: own.ranked })}
        {own.streak > 0 && ` · ${text('assess.streak')} ${text('assess.years', { count: own.streak })}`}
      </p>
      <ul className="assess-list">
        {own.points.map((point) => (
          <li key={point.indicator} className="assess-line">
            <span className="grow">
              {point.each === undefined ? nameOf(point.indicator) : text(sideOf(point.each), { item: nameOf(point.indicator) })}
            </span>
            <button
              type="button"
              className="link"
              onClick={() =>
                onOpen({ place: seen.place, point, item: seen.scheme?.items.find(({ indicator }) => indicator === point.indicator) })
              }
            >
              {point.each === undefined
                ? text('assess.point.earnedOf', { earned: pointsText(point.earned), weight: point.weight })
                : text('assess.point.moved', { earned: movedText(point.earned) })}
            </button>
          </li>
        ))}
      </ul>
      {seen.can.object && <Objecting seen={seen} own={own} scheme={scheme} />}
    </Panel>
  )
}

function Objecting({ seen, own, scheme }: Omit<OwnProps, 'onOpen'>) {
  const text = useText(assessmentMessages)
  const [words, setWords] = useState<string>()
  const objecting = useAction(contract.objectToAssessment, { onDone: () => setWords(undefined) })
  const asked = { place: seen.place.code, year: seen.year, scheme, version: own.version }
  return (
    <div className="assess-steps">
      <Refused refusal={objecting.refusal} acts={[objecting]} />
      <p className="faint">{text('assess.objectUntil', { until: own.objectionsTo ?? '' })}</p>
      {words !== undefined && <LineField label={text('assess.objectWords')} value={words} onChange={setWords} />}
      <div className="assess-buttons">
        {words === undefined ? (
          <Button onClick={() => setWords('')}>{text('assess.object')}</Button>
        ) : (
          <>
            <Button
              type="primary"
              disabled={words.trim().length < 4}
              loading={objecting.sending}
              onClick={() => void objecting.send({ ...asked, words })}
            >
              {text('assess.objectSend')}
            </Button>
            <Button onClick={() => setWords(undefined)}>{text('assess.cancel')}</Button>
          </>
        )}
      </div>
    </div>
  )
}
