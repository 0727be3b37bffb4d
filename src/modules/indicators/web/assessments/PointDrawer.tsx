import { Drawer } from 'antd'
import { Link } from 'react-router'
import { KeyValue } from '../../../../ui/parts/KeyValue.tsx'
import { useText } from '../../../../ui/text/use-text.ts'
import type { SeenAssessment } from '../../contract.ts'
import { rowsPath } from '../rows-path.ts'
import { assessmentMessages } from './messages-assessments.ts'
import { type OpenPoint, pointsText, valueText } from './point-words.ts'
import { useIndicatorName } from './use-indicator-name.ts'

interface PointProps {
  open: OpenPoint
  period: SeenAssessment['period']
  onClose: () => void
}

/** Where a point comes from: the figure, its parts, the rule, and the records behind it. */
export function PointDrawer({ open: { place, point, item }, period, onClose }: PointProps) {
  const text = useText(assessmentMessages)
  const nameOf = useIndicatorName()
  const isMeasured = point.earned !== null
  const rows = [
    {
      name: text('assess.point.earned'),
      value: isMeasured
        ? text('assess.point.earnedOf', { earned: pointsText(point.earned), weight: point.weight })
        : text('assess.notMeasured'),
    },
    { name: text('assess.point.value'), value: valueText(point.value) },
    { name: text('assess.point.parts'), value: `${point.numerator} / ${point.denominator}` },
    ...(item
      ? [{ name: text('assess.point.bounds'), value: text('assess.point.boundsWords', { floor: item.floor, target: item.target }) }]
      : []),
  ]
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
