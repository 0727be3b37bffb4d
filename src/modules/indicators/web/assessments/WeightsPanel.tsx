import { Button, InputNumber } from 'antd'
import { useId } from 'react'
import { Panel } from '../../../../ui/layout/Panel.tsx'
import { useText } from '../../../../ui/text/use-text.ts'
import type { SeenAssessment } from '../../contract.ts'
import { assessmentMessages } from './messages-assessments.ts'
import { useIndicatorName } from './use-indicator-name.ts'

interface WeightsProps {
  items: NonNullable<SeenAssessment['scheme']>['items']
  typed: Readonly<Record<string, number>>
  onType: (typed: Record<string, number>) => void
  onClose: () => void
}

/** What would be with other weights: typed here, shown in the table beside what is official, kept nowhere. */
export function WeightsPanel({ items, typed, onType, onClose }: WeightsProps) {
  const text = useText(assessmentMessages)
  return (
    <Panel title={text('assess.whatIf')}>
      <p className="assess-words">{text('assess.whatIfNote')}</p>
      <div className="assess-weights">
        {items.map((item) => (
          <Weight
            key={item.indicator}
            item={item}
            value={typed[item.indicator] ?? item.weight}
            onChange={(weight) => onType({ ...typed, [item.indicator]: weight })}
          />
        ))}
      </div>
      <div className="assess-buttons">
        <Button onClick={() => onType({})}>{text('assess.whatIfReset')}</Button>
        <Button onClick={onClose}>{text('assess.whatIfClose')}</Button>
      </div>
    </Panel>
  )
}

interface WeightProps {
  item: WeightsProps['items'][number]
  value: number
  onChange: (weight: number) => void
}

function Weight({ item, value, onChange }: WeightProps) {
  const nameOf = useIndicatorName()
  const id = useId()
  return (
    <label htmlFor={id}>
      {nameOf(item.indicator)}
      <InputNumber id={id} min={0} max={100} value={value} onChange={(weight) => onChange(weight ?? 0)} />
    </label>
  )
}
