import { RegionPicker } from '../../../ui/fields/RegionPicker.tsx'
import { useText } from '../../../ui/text/use-text.ts'
import { findRegions } from './find-regions.ts'
import { networkMessages } from './messages.ts'
import type { AskedPlace } from './use-asked-place.ts'

/** Which place a list is about; cleared, it is one's own again. */
export function PlaceFilter({ at }: { at: AskedPlace }) {
  const text = useText(networkMessages)
  return (
    <div className="place-filter">
      <RegionPicker label={text('network.place')} value={at.hit} find={findRegions} onChange={(place) => at.ask({ place: place?.code })} />
    </div>
  )
}
