import type { IdentityStatus, PersonFile } from '../../contract.ts'

type Held = PersonFile['identities'][number]
type Member = PersonFile['kin'][number]

/** What is being changed on a file; one thing at a time. */
export type Editing =
  | { what: 'basic' | 'life' | 'service' | 'addIdentity' | 'addKin' | 'death' | 'undoDeath' | 'archive' | 'reopen' | 'send' | 'seen' }
  | { what: 'moveIdentity'; identity: Held; to: Exclude<IdentityStatus, 'ended'> }
  | { what: 'endIdentity'; identity: Held }
  | { what: 'changeKin' | 'removeKin'; member: Member }
  | { what: 'undoMerge'; mergeId: string }

export type Edit = (editing: Editing) => void

/** What every drawer of a file gets. */
export interface DrawerProps {
  file: PersonFile
  onClose: () => void
}
