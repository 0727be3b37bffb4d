import { useState } from 'react'
import { isWithin, rangeOf, tierOf, type UnitCode } from '../../../../kernel/region-code.ts'
import { useAccount } from '../../../../ui/api/use-session.ts'
import { see } from '../../../../ui/api/use-view.ts'
import { FormField } from '../../../../ui/fields/FormField.tsx'
import { RegionPicker } from '../../../../ui/fields/RegionPicker.tsx'
import type { FindRegions, RegionHit } from '../../../../ui/fields/use-region-search.ts'
import { useText } from '../../../../ui/text/use-text.ts'
import { findDivisions } from '../../../network/contract.ts'
import { workMessages } from '../messages.ts'

/** Places of the own range. One function for all renders: the picker asks by it. */
const findPlaces: FindRegions = async (query, signal) => {
  const { rows } = await see(findDivisions, { query: query.slice(0, 100), limit: 50, isOwnRangeOnly: true }, signal)
  return rows.map(({ code, name, path }) => ({ code, name, path }))
}

/** The unit for which a record counts: one's own, or one below it. Whoever has nothing below is not asked. */
export function UnitField({ onChange }: { onChange: (unitCode: UnitCode) => void }) {
  const text = useText(workMessages)
  const own = useAccount().unitCode as UnitCode
  const [place, setPlace] = useState<RegionHit>()
  if (tierOf(own) === 'village') return null
  const pick = (hit: RegionHit | undefined) => {
    const below = hit !== undefined && isWithin(hit.code, rangeOf(own)) ? hit : undefined
    setPlace(below)
    onChange((below?.code ?? own) as UnitCode)
  }
  return (
    <FormField label={text('work.unit')} optional hint={text('work.unitHint')}>
      {(field) => <RegionPicker {...field} label={text('work.unit')} find={findPlaces} value={place} onChange={pick} />}
    </FormField>
  )
}
