import type { z } from 'zod'
import type { Text } from '../../../../ui/text/use-text.ts'
import type * as contract from '../../contract.ts'
import type { AccreditationKey } from './messages-accreditation.ts'
import type { useSchemeWords } from './scheme-words.ts'
import { schemeOf } from './schemes.ts'

type RefusalOf<C> = C extends { refusal: infer R extends z.ZodType } ? z.output<R> : never
export type AccreditationRefusal = RefusalOf<(typeof contract)['openAccreditation' | 'prepareAccreditation' | 'reviewAccreditation']>

/** One plain sentence for each refusal: a new code without a sentence does not compile. */
export function accreditationSentence(
  refusal: AccreditationRefusal,
  text: Text<AccreditationKey>,
  about: { scheme: string; words: ReturnType<typeof useSchemeWords> },
): string {
  switch (refusal.code) {
    case 'already-held':
      return text('accreditation.refusal.already-held', { on: refusal.expiresOn })
    case 'not-now':
      return text('accreditation.refusal.not-now', { state: text(`accreditation.states.${refusal.state}`) })
    case 'criteria-open':
    case 'unknown-criteria': {
      const scheme = schemeOf(about.scheme)
      const criteria = refusal.criteria.map((code) => (scheme ? about.words.criterion(scheme, code) : code)).join('、')
      return text(`accreditation.refusal.${refusal.code}`, { criteria })
    }
    case 'not-your-seat':
      return text('accreditation.refusal.not-your-seat', { seat: text(`accreditation.tier.${refusal.seat}`) })
    case 'still-public':
    case 'publication-over':
      return text(`accreditation.refusal.${refusal.code}`, { until: refusal.until })
    default:
      return text(`accreditation.refusal.${refusal.code}`)
  }
}
