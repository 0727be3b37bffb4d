import { texts } from './language.ts'

/** A module's sentences, known by their keys only; the sentences themselves are with `texts`. */
export interface Messages<K extends string> {
  readonly keys: readonly K[]
}

/** English may hold a singular beside each sentence: `casework.count_one`. */
export type English<K extends string> = Record<K, string> & Partial<Record<`${K}_one`, string>>

/**
 * Joins a module's sentences to those of the kit. Chinese is the measure: English must have the same keys.
 * Begin each key with the module's name, so that two modules never share one.
 */
export function defineMessages<const K extends string>(zhCN: Record<K, string>, en: English<NoInfer<K>>): Messages<K> {
  texts.add('zh-CN', zhCN)
  texts.add('en', en)
  return { keys: Object.keys(zhCN) as K[] }
}
