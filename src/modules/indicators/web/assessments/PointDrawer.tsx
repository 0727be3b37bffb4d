import { Drawer } from 'antd'
import { Link } from 'react-router'
import { KeyValue } from '../../../../ui/parts/KeyValue.tsx'
import { type Text, useText } from '../../../../ui/text/use-text.ts'
import type { SeenAssessment } from '../../contract.ts'
import { rowsPath } from '../rows-path.ts'
import { type AssessmentKey, assessmentMessages } from './messages-assessments.ts'
import { type AssessmentPoint, movedText, type OpenPoint, pointsText, ruleSentences, valueText } from './point-words.ts'
import { useIndicatorName } from './use-indicator-name.ts'

interface PointProps {
  open: OpenPoint
  period: SeenAssessment['period']
  onClose: () => void
}

type Words = Text<AssessmentKey>

function measuredRows(text: Words, { point, item }: Pick<OpenPoint, 'point' | 'item'>) {
  const earned =
    point.earned === null
      ? text('assess.notMeasured')
      : text('assess.point.earnedOf', { earned: pointsText(point.earned), weight: point.weight })
  return [
    { name: text('assess.point.earned'), value: earned },
    { name: text('assess.point.value'), value: valueText(point.value) },
    { name: text('assess.point.parts'), value: `${point.numerator} / ${point.denominator}` },
    ...(item ? [{ name: text('assess.point.bounds'), value: ruleSentences(item, text).join(text('assess.point.stepEnd')) }] : []),
  ]
}

const movedRows = (text: Words, { earned, numerator, each = 0, atMost = 0 }: AssessmentPoint) => [
  { name: text(each > 0 ? 'assess.point.added' : 'assess.point.taken'), value: text('assess.point.moved', { earned: movedText(earned) }) },
  { name: text('assess.point.records'), value: String(numerator) },
  { name: text('assess.point.bounds'), value: text('assess.point.eachWords', { each: Math.abs(each), atMost }) },
]

/** Where a point comes from: the figure, its parts, the rule, and the records behind it. */
export function PointDrawer({ open: { place, point, item }, period, onClose }: PointProps) {
  const text = useText(assessmentMessages)
  const nameOf = useIndicatorName()
  const rows = point.each === undefined ? measuredRows(text, { point, item }) : movedRows(text, point)
  const asked = { code: point.indicator, place: place.code, period }
  return (
    <Drawer open title={text('assess.pointTitle', { place: place.name, item: nameOf(point.indicator) })} width={460} onClose={onClose}>
      <KeyValue rows={rows} />
      <p>
        <Link to={rowsPath(asked)}>{text('assess.point.rows')}</Link>
      </p>
    </Drawer>
  )
}
