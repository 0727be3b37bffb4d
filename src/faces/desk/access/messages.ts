import { defineMessages } from '../../../ui/text/messages.ts'
import type { Text } from '../../../ui/text/use-text.ts'
import { accountWords } from './messages-accounts.ts'
import { actionWords } from './messages-actions.ts'
import { ownWords } from './messages-own.ts'

const words = { ...accountWords, ...actionWords, ...ownWords }

export type AccessKey = keyof typeof words
export type AccessText = Text<AccessKey>

const side = (at: 0 | 1) => Object.fromEntries(Object.entries(words).map(([key, pair]) => [key, pair[at]])) as Record<AccessKey, string>

/** Every sentence about accounts, the journal and one's own account. */
export const accessMessages = defineMessages<AccessKey>(side(0), side(1))

/** Is there a sentence of that name? For codes that only the server knows. */
export const isAccessKey = (key: string): key is AccessKey => Object.hasOwn(words, key)

/** The names of all actions that have words. */
export const ACTION_NAMES = Object.keys(actionWords).map((key) => key.replace('access.action.', ''))

/** What an action is called; its code where it has no words yet. */
export function actionInWords(text: AccessText, name: string): string {
  const key = `access.action.${name}`
  return isAccessKey(key) ? text(key) : name
}
