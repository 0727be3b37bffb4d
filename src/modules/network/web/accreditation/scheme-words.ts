import { useLanguage } from '../../../../ui/text/language.ts'
import type { Scheme } from '../../domain/accreditation/scheme.ts'
import { schemeOf } from './schemes.ts'

/** The names of a scheme and of its criteria in the language of the page. */
export function useSchemeWords() {
  const key = useLanguage() === 'en' ? 'en' : 'zh'
  return {
    name: (code: string): string => schemeOf(code)?.[key] ?? code,
    criterion: (scheme: Scheme, code: string): string => scheme.criteria.find((one) => one.code === code)?.[key] ?? code,
  }
}
