export { type CheckedBackup, checkBackup } from './check-backup.ts'
export { restoreBackup } from './restore-backup.ts'
export { writeBackup } from './write-backup.ts'
