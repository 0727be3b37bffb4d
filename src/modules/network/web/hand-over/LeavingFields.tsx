import { Radio } from 'antd'
import type { z } from 'zod'
import { FormField } from '../../../../ui/fields/FormField.tsx'
import { useText } from '../../../../ui/text/use-text.ts'
import type * as contract from '../../contract.ts'
import { TextInput } from '../FormInputs.tsx'
import { HeirInput } from './HeirInput.tsx'
import { LoadList } from './LoadList.tsx'
import { handOverMessages } from './messages-hand-over.ts'
import type { Leaving } from './use-leaving.ts'

interface LeavingFieldsProps {
  seen: z.infer<typeof contract.loads.output>
  leaving: Leaving
  heir: string | undefined
  onChange: (leaving: Leaving) => void
}

/** Before a unit closes: what lies there, and whether it is handed over now or left for a reason. */
export function LeavingFields({ seen, leaving, heir, onChange }: LeavingFieldsProps) {
  const text = useText(handOverMessages)
  const { unit, rows, heirs, can } = seen
  const ways = (['along', 'leave'] as const).map((way) => ({
    value: way,
    label: text(`handOver.way.${way}`),
    disabled: way === 'along' && !can.handOver,
  }))
  return (
    <>
      <p>
        <b>{text('handOver.holds')}</b>
      </p>
      <LoadList unitCode={unit.unitCode} rows={rows} />
      <FormField label={text('handOver.way')}>
        {() => (
          <Radio.Group
            className="leaving"
            options={ways}
            value={leaving.way}
            onChange={({ target }) => onChange({ ...leaving, way: target.value as Leaving['way'] })}
          />
        )}
      </FormField>
      {!can.handOver && <p className="note">{text('handOver.mayNot')}</p>}
      {leaving.way === 'along' ? (
        <>
          <p className="note">{text('handOver.words')}</p>
          <HeirInput
            unitCode={unit.unitCode}
            heirs={heirs}
            value={heir}
            onChange={(toUnit) => onChange({ ...leaving, toUnit: toUnit ?? '' })}
          />
        </>
      ) : (
        <p className="note" data-tone="amber">
          {text('handOver.leftWords')}
        </p>
      )}
      <TextInput
        label={text(leaving.way === 'along' ? 'handOver.reason' : 'handOver.leftBecause')}
        longest={200}
        value={leaving.reason}
        onChange={(reason) => onChange({ ...leaving, reason })}
      />
    </>
  )
}
