import type { Action } from '../../../platform/actions/declare.ts'
import { capturePerson } from './change/capture-person.ts'
import { changePerson, setService } from './change/change-person.ts'
import { archivePerson, recordDeath, reopenPerson, undoDeath } from './change/end-of-file.ts'
import { addIdentity, endIdentity, setIdentityStatus } from './change/identity-actions.ts'
import { addKin, changeKin, removeKin } from './change/kin-actions.ts'
import { endAuthority, registerAuthority, shutDoors } from './doors/authorities.ts'
import { giveDoorCode } from './doors/give-code.ts'
import { dismissDuplicate } from './duplicates/dismiss-duplicate.ts'
import { mergePersons } from './duplicates/merge-persons.ts'
import { undoMerge } from './duplicates/undo-merge.ts'
import { approveExport, askExport, declineExport } from './export/export-actions.ts'
import { cancelImport, runImport, startImport } from './import/import-actions.ts'
import { askTransfer, sendTransfer } from './transfers/open-transfer.ts'
import { decideTransfer, withdrawTransfer } from './transfers/settle-transfer.ts'
import { unmaskPerson } from './unmask/unmask-person.ts'

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
  undoDeath,
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
