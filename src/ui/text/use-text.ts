import type { KitKey } from '../messages/zh-CN.ts'
import { texts, useLanguage } from './language.ts'
import type { Messages } from './messages.ts'

export type Values = Readonly<Record<string, string | number>>

/** A sentence by its key; `{{name}}` in it is filled from `values`, `count` chooses the English plural. */
export type Text<K extends string = never> = (key: K | KitKey, values?: Values) => string

/**
 * The sentences of the kit, and of a module when its messages are given. Keys are typed: a wrong one does not compile.
 * @example const text = useText(caseworkMessages); text('casework.today.title', { count: 4 })
 */
export function useText<K extends string = never>(_messages?: Messages<K>): Text<K> {
  const now = useLanguage()
  return (key, values) => texts.t(key, { ...values, lng: now })
}
