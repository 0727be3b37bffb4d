import type { PersonFile } from '../../contract.ts'
import { AddIdentityDrawer, EndIdentityDrawer, MoveIdentityDrawer } from '../identity/IdentityDrawers.tsx'
import { AddKinDrawer, ChangeKinDrawer, RemoveKinDrawer } from '../kin/KinDrawers.tsx'
import { UndoMergeDrawer } from '../merge/UndoMergeDrawer.tsx'
import { ServiceDrawer } from '../service/ServiceDrawer.tsx'
import { SendTransferDrawer } from '../transfers/SendTransferDrawer.tsx'
import { SeenDrawer } from '../unmask/SeenDrawer.tsx'
import { BasicDrawer } from './BasicDrawer.tsx'
import { ArchiveDrawer, DeathDrawer } from './EndDrawers.tsx'
import type { Editing } from './editing.ts'
import { LifeDrawer } from './LifeDrawer.tsx'
import { ReopenDrawer, UndoDeathDrawer } from './TakeBackDrawers.tsx'

interface PersonDrawerProps {
  file: PersonFile
  editing: Editing
  onClose: () => void
}

/** The one change of a file that is being made. */
export function PersonDrawer({ file, editing, onClose }: PersonDrawerProps) {
  const props = { file, onClose }
  switch (editing.what) {
    case 'basic':
      return <BasicDrawer {...props} />
    case 'life':
      return <LifeDrawer {...props} />
    case 'service':
      return <ServiceDrawer {...props} />
    case 'addIdentity':
      return <AddIdentityDrawer {...props} />
    case 'moveIdentity':
      return <MoveIdentityDrawer {...props} identity={editing.identity} to={editing.to} />
    case 'endIdentity':
      return <EndIdentityDrawer {...props} identity={editing.identity} />
    case 'addKin':
      return <AddKinDrawer {...props} />
    case 'changeKin':
      return <ChangeKinDrawer {...props} member={editing.member} />
    case 'removeKin':
      return <RemoveKinDrawer {...props} member={editing.member} />
    case 'death':
      return <DeathDrawer {...props} />
    case 'undoDeath':
      return <UndoDeathDrawer {...props} />
    case 'reopen':
      return <ReopenDrawer {...props} />
    case 'archive':
      return <ArchiveDrawer {...props} />
    case 'send':
      return <SendTransferDrawer {...props} />
    case 'undoMerge':
      return <UndoMergeDrawer mergeId={editing.mergeId} onClose={onClose} />
    case 'seen':
      return <SeenDrawer personId={file.id} onClose={onClose} />
  }
}
