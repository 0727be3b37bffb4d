import { useState } from 'react'
import type { FieldProps } from '../../../../ui/fields/FormField.tsx'
import { RegionPicker } from '../../../../ui/fields/RegionPicker.tsx'
import type { FindRegions, RegionHit } from '../../../../ui/fields/use-region-search.ts'
import { useRegion } from '../use-region.ts'

interface RegionFieldProps extends Partial<FieldProps> {
  label: string
  value: string | null | undefined
  onChange: (code: string | undefined) => void
  find: FindRegions
  disabled?: boolean
}

/** The region picker for a form that keeps the code alone. */
export function RegionField({ value, onChange, ...picker }: RegionFieldProps) {
  const [picked, setPicked] = useState<RegionHit>()
  const isPicked = picked !== undefined && picked.code === value
  const known = useRegion(isPicked ? undefined : value)
  const place = isPicked ? picked : value ? known : undefined
  return (
    <RegionPicker
      {...picker}
      value={place}
      onChange={(next) => {
        setPicked(next)
        onChange(next?.code)
      }}
    />
  )
}
