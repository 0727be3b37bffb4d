import type { z } from 'zod'
import { useLanguage } from '../../../../ui/text/language.ts'
import type { Words } from '../../contract.ts'

/** Reads what a declaration says in the reader's language. */
export function useWordsOf(): (words: z.infer<typeof Words>) => string {
  const language = useLanguage()
  return (words) => (language === 'en' ? words.en : words.zh)
}
