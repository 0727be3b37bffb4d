import { RegionPicker } from '../../../ui/fields/RegionPicker.tsx'
import type { RegionHit } from '../../../ui/fields/use-region-search.ts'
import { useText } from '../../../ui/text/use-text.ts'
import { accessMessages } from './messages.ts'
import { findOwn } from './use-places.ts'

/** Which place of one's own range a list is about; nothing chosen is all of it. */
export function PlaceFilter({ place, onPick }: { place: RegionHit | undefined; onPick: (code: string | undefined) => void }) {
  const text = useText(accessMessages)
  return (
    <div className="place-pick">
      <RegionPicker label={text('access.accounts.place')} find={findOwn} value={place} onChange={(next) => onPick(next?.code)} />
    </div>
  )
}
