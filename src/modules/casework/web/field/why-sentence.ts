import type { Why } from '../../../../ui/outbox/content.ts'
import type { Text } from '../../../../ui/text/use-text.ts'
import { type FieldPageKey, fieldPageMessages } from './messages-field.ts'
import { type WhyKey, whyMessages } from './messages-why.ts'

const KEYS: ReadonlySet<string> = new Set(fieldPageMessages.keys)
const WHY: ReadonlySet<string> = new Set(whyMessages.keys)

/** Why an item waits for a person, and what to do. */
export function whySentence({ code }: Why, text: Text<WhyKey>): string {
  const key = `casework.field.why.${code}`
  return WHY.has(key) ? text(key as WhyKey) : text('casework.field.why.other', { code })
}

/** What an item is, in a word. */
export function actionWord(action: string, text: Text<FieldPageKey>): string {
  const key = `casework.field.action.${action}`
  return KEYS.has(key) ? text(key as FieldPageKey) : action
}
