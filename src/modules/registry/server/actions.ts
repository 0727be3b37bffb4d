import type { Action } from '../../../platform/actions/declare.ts'
import { capturePerson } from './capture-person.ts'
import { changePerson, setService } from './change-person.ts'
import { dismissDuplicate } from './dismiss-duplicate.ts'
import { endAuthority, registerAuthority, shutDoors } from './doors/authorities.ts'
import { giveDoorCode } from './doors/give-code.ts'
import { archivePerson, recordDeath, reopenPerson } from './end-of-file.ts'
import { approveExport, askExport, declineExport } from './export/export-actions.ts'
import { addIdentity, endIdentity, setIdentityStatus } from './identity-actions.ts'
import { cancelImport, runImport, startImport } from './import/import-actions.ts'
import { addKin, changeKin, removeKin } from './kin-actions.ts'
import { mergePersons } from './merge-persons.ts'
import { askTransfer, sendTransfer } from './open-transfer.ts'
import { decideTransfer, withdrawTransfer } from './settle-transfer.ts'
import { undoMerge } from './undo-merge.ts'
import { unmaskPerson } from './unmask-person.ts'

export const actions: readonly Action[] = [
  capturePerson,
  changePerson,
  setService,
  addIdentity,
  setIdentityStatus,
  endIdentity,
  addKin,
  changeKin,
  removeKin,
  recordDeath,
  archivePerson,
  reopenPerson,
  unmaskPerson,
  giveDoorCode,
  registerAuthority,
  endAuthority,
  shutDoors,
  mergePersons,
  undoMerge,
  dismissDuplicate,
  askTransfer,
  sendTransfer,
  decideTransfer,
  withdrawTransfer,
  startImport,
  runImport,
  cancelImport,
  askExport,
  approveExport,
  declineExport,
]
