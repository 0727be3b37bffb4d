import { useLanguage } from '../../../../ui/text/language.ts'
import type { SizeBand } from './point-words.ts'

/** What the places of a size are called, in the language of the page. */
export function useBandName(): (band: SizeBand) => string {
  const language = useLanguage()
  return ({ zh, en }) => (language === 'en' ? en : zh)
}
