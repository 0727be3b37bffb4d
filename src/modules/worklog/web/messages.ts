import { defineMessages } from '../../../ui/text/messages.ts'
import type { Text } from '../../../ui/text/use-text.ts'
import { evidenceWords } from './evidence/messages-evidence.ts'
import { formWords } from './form/messages-form.ts'
import { importWords } from './import/messages-import.ts'
import { kindWords } from './kinds/messages-kinds.ts'
import { listWords } from './list/messages-list.ts'
import { refusedWords } from './messages-refused.ts'
import { saidWords } from './messages-said.ts'
import { recordWords } from './record/messages-record.ts'
import { siteWords } from './sites/messages-sites.ts'

const words = {
  ...evidenceWords,
  ...formWords,
  ...importWords,
  ...kindWords,
  ...listWords,
  ...refusedWords,
  ...saidWords,
  ...recordWords,
  ...siteWords,
}

type WorkKey = keyof typeof words
export type WorkText = Text<WorkKey>

const side = (at: 0 | 1) => Object.fromEntries(Object.entries(words).map(([key, pair]) => [key, pair[at]])) as Record<WorkKey, string>

/** Every sentence of the pages of the work record. */
export const workMessages = defineMessages<WorkKey>(side(0), side(1))
