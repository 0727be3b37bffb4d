import { isRegistryKey, type RegistryKey, type RegistryText } from './messages.ts'

type Lists<K> = K extends `registry.${infer List}.${string}` ? List : never
/** The lists of codes that have words: `living`, `identity`, `kin`. */
export type CodeList = Lists<RegistryKey>

/** The word of a code; a code that this page does not know yet is shown as it is. */
export function codeWord(text: RegistryText, list: CodeList, code: string): string {
  const key = `registry.${list}.${code}`
  return isRegistryKey(key) ? text(key) : code
}
