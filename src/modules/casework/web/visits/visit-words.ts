import contactRules from '../../../../../data/contact-rules.json'
import deliveries from '../../../../../data/deliveries.json'
import visitReasons from '../../../../../data/visit-reasons.json'
import { useView } from '../../../../ui/api/use-view.ts'
import { type Language, useLanguage } from '../../../../ui/text/language.ts'
import { listCodes } from '../../../registry/contract.ts'
import { DELIVERIES, VISIT_REASONS, VISIT_WAYS } from '../../domain/codes.ts'

interface Named {
  readonly code: string
  readonly zh: string
  readonly en: string
}

const ways: readonly Named[] = [
  { code: 'home', zh: '上门', en: 'At home' },
  { code: 'phone', zh: '电话', en: 'By phone' },
  { code: 'station', zh: '来站', en: 'At the station' },
  { code: 'video', zh: '视频', en: 'By video' },
]

/** Plans that something else than a contact rule has set. */
const calls: readonly Named[] = [
  {
    code: 'tell-payee',
    zh: '没有手机号，请当面或打电话告知：待遇发放账户变了',
    en: 'No mobile phone: tell them in person that the account of their benefits changed',
  },
]

const rules: readonly Named[] = [...contactRules.rules, contactRules.firstVisit, ...calls]

function wordOf(names: readonly Named[], code: string, language: Language): string {
  const named = names.find((one) => one.code === code)
  return named ? (language === 'en' ? named.en : named.zh) : code
}

export const useVisitWords = () => visitWords(useLanguage())

export type VisitWords = ReturnType<typeof visitWords>

/** The words of casework's codes in a language, and the options of its forms. */
export function visitWords(language: Language) {
  const option =
    (names: readonly Named[]) =>
    <C extends string>(code: C) => ({ value: code, label: wordOf(names, code, language) })
  return {
    reason: (code: string) => wordOf(visitReasons.reasons, code, language),
    way: (code: string) => wordOf(ways, code, language),
    delivery: (code: string) => wordOf(deliveries.deliveries, code, language),
    rule: (code: string) => wordOf(rules, code, language),
    reasons: VISIT_REASONS.map(option(visitReasons.reasons)),
    ways: VISIT_WAYS.map(option(ways)),
    deliveries: DELIVERIES.map(option(deliveries.deliveries)),
  }
}

/** Entitlement classes in words; they are the registry's, and the same all day. Unknown until they are loaded. */
export function useClassWords(): { classes: readonly Named[]; classWord: (code: string) => string | undefined } {
  const language = useLanguage()
  const classes = useView(listCodes, {}, { staleTime: Number.POSITIVE_INFINITY }).data?.classes ?? []
  return { classes, classWord: (code) => (classes.some((one) => one.code === code) ? wordOf(classes, code, language) : undefined) }
}
