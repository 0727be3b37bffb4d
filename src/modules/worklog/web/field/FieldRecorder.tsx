import type { UnitCode } from '../../../../kernel/region-code.ts'
import { useAccount } from '../../../../ui/api/use-session.ts'
import { useView } from '../../../../ui/api/use-view.ts'
import type { AmendedItem } from '../../../../ui/field-part.ts'
import { ViewState } from '../../../../ui/parts/ViewState.tsx'
import { type KindOnDesk, listWorkKinds } from '../../contract.ts'
import { RecordDrawer } from '../form/RecordDrawer.tsx'
import { useWritten } from './amended-draft.ts'
import '../work.css'

interface FieldRecorderProps {
  onClose: () => void
  /** A record of this device that is written anew. */
  amended?: AmendedItem
}

/** Records work in the field: the kinds come from what was taken along where there is no network. */
export function FieldRecorder({ onClose, amended }: FieldRecorderProps) {
  const place = useAccount().unitCode as UnitCode
  const query = useView(listWorkKinds, { place })
  return <ViewState query={query}>{({ kinds }) => <Recorder kinds={kinds} amended={amended} onClose={onClose} />}</ViewState>
}

function Recorder({ kinds, amended, onClose }: { kinds: readonly KindOnDesk[]; amended: AmendedItem | undefined; onClose: () => void }) {
  const written = useWritten(amended, kinds)
  if (written === null) return null
  const usable = kinds.filter(({ retired }) => !retired)
  return <RecordDrawer kinds={usable} first={written?.kind} written={written} onClose={onClose} onSaved={() => onClose()} />
}
