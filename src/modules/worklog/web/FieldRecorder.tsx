import type { UnitCode } from '../../../kernel/region-code.ts'
import { useAccount } from '../../../ui/api/use-session.ts'
import { useView } from '../../../ui/api/use-view.ts'
import { ViewState } from '../../../ui/parts/ViewState.tsx'
import { listWorkKinds } from '../contract.ts'
import { RecordDrawer } from './RecordDrawer.tsx'
import './work.css'

/** Records work in the field: the kinds come from what was taken along where there is no network. */
export function FieldRecorder({ onClose }: { onClose: () => void }) {
  const place = useAccount().unitCode as UnitCode
  const query = useView(listWorkKinds, { place })
  return (
    <ViewState query={query}>
      {({ kinds }) => (
        <RecordDrawer kinds={kinds.filter(({ retired }) => !retired)} first={undefined} onClose={onClose} onSaved={() => onClose()} />
      )}
    </ViewState>
  )
}
