import { defineMessages } from '../../../ui/text/messages.ts'
import type { Text } from '../../../ui/text/use-text.ts'
import { captureWords } from './capture/messages-capture.ts'
import { doorWords } from './doors/messages-doors.ts'
import { duplicateWords } from './duplicates/messages-duplicates.ts'
import { exportWords } from './export/messages-export.ts'
import { fileWords } from './file/messages-file.ts'
import { formWords } from './form/messages-form.ts'
import { historyWords } from './history/messages-history.ts'
import { identityWords } from './identity/messages-identity.ts'
import { importWords } from './import/messages-import.ts'
import { kinWords } from './kin/messages-kin.ts'
import { mergeWords } from './merge/messages-merge.ts'
import { refusalWords } from './messages-refusal.ts'
import { codeWords } from './messages-words.ts'
import { rosterWords } from './roster/messages-roster.ts'
import { searchWords } from './search/messages-search.ts'
import { transferWords } from './transfers/messages-transfers.ts'

const words = {
  ...codeWords,
  ...captureWords,
  ...doorWords,
  ...duplicateWords,
  ...exportWords,
  ...fileWords,
  ...formWords,
  ...historyWords,
  ...identityWords,
  ...importWords,
  ...kinWords,
  ...mergeWords,
  ...refusalWords,
  ...rosterWords,
  ...searchWords,
  ...transferWords,
}

export type RegistryKey = keyof typeof words
export type RegistryText = Text<RegistryKey>

const side = (at: 0 | 1) => Object.fromEntries(Object.entries(words).map(([key, pair]) => [key, pair[at]])) as Record<RegistryKey, string>

/** Every sentence of the registry's pages. */
export const registryMessages = defineMessages<RegistryKey>(side(0), side(1))

/** Is there a sentence of that name? For codes that only the server knows. */
export const isRegistryKey = (key: string): key is RegistryKey => Object.hasOwn(words, key)
