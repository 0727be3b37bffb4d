import type { FileStore } from './file-store.ts'

const none = (): never => {
  throw new Error('this server was started without a place for files')
}

/** Where a server has no file store: whatever needs one fails loudly. */
export const noFiles: FileStore = { take: none, read: none, withPlainCopy: none, withScratch: none, remove: none }
