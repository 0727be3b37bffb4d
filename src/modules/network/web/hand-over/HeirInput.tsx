import type { z } from 'zod'
import type { RegionCode } from '../../../../kernel/region-code.ts'
import { useView } from '../../../../ui/api/use-view.ts'
import { useText } from '../../../../ui/text/use-text.ts'
import * as contract from '../../contract.ts'
import { PickInput } from '../FormInputs.tsx'
import { handOverMessages } from './messages-hand-over.ts'

interface HeirInputProps {
  unitCode: string
  heirs: z.infer<typeof contract.loads.output>['heirs']
  value: string | undefined
  error?: string | undefined
  onChange: (unitCode: string | undefined) => void
}

/** Who takes over: the likeliest first, with the reason, and then the other open stations of the township. */
export function HeirInput({ unitCode, heirs, value, error, onChange }: HeirInputProps) {
  const text = useText(handOverMessages)
  const place = `${unitCode.slice(0, 9)}000` as RegionCode
  const near = useView(contract.units, { place, statuses: ['open'], kinds: ['station'], limit: 200 })
  const likely = heirs.map((heir) => ({ value: heir.unitCode as string, label: text(`handOver.heir.${heir.why}`, { name: heir.name }) }))
  const others = (near.data?.rows ?? [])
    .filter(
      (unit) => unit.unitCode !== unitCode && unit.divisionEndedOn === undefined && !likely.some((one) => one.value === unit.unitCode),
    )
    .map((unit) => ({ value: unit.unitCode as string, label: unit.name }))
  return (
    <PickInput
      label={text('handOver.heir')}
      options={[...likely, ...others]}
      value={value}
      error={error}
      none={text('handOver.choose')}
      onChange={onChange}
    />
  )
}
