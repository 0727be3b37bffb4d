import type { UnitCode } from '../../../../kernel/region-code.ts'
import type { KindOnDesk, WorkRecord } from '../../contract.ts'
import { RecordDrawer } from '../form/RecordDrawer.tsx'
import { BringDrawer } from '../import/BringDrawer.tsx'
import { CorrectDrawer } from '../record/CorrectDrawer.tsx'
import { EndDrawer } from '../record/EndDrawer.tsx'

/** What is being done beside the list. */
export type Doing = { readonly what: 'record' | 'bring' } | { readonly what: 'correct' | 'end'; readonly record: WorkRecord }

interface WorkDrawersProps {
  doing: Doing
  kinds: ReadonlyMap<string, KindOnDesk>
  /** The kind of the list behind the drawer, where one is chosen. */
  listed: KindOnDesk | undefined
  place: UnitCode
  onClose: () => void
  onSaved: (kind: KindOnDesk, is: 'saved' | 'kept') => void
}

/** The drawer in which it is done. */
export function WorkDrawers({ doing, kinds, listed, place, onClose, onSaved }: WorkDrawersProps) {
  if (!('record' in doing)) {
    const usable = [...kinds.values()].filter(({ retired }) => !retired)
    const fresh = { kinds: usable, first: listed, onClose }
    return doing.what === 'record' ? <RecordDrawer {...fresh} onSaved={onSaved} /> : <BringDrawer {...fresh} place={place} />
  }
  const { record } = doing
  const kind = kinds.get(record.kind)
  if (!kind) return null
  const ofRecord = { record, kind, onClose }
  return doing.what === 'correct' ? <CorrectDrawer key={record.id} {...ofRecord} /> : <EndDrawer key={record.id} {...ofRecord} />
}
