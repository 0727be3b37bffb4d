import type { z } from 'zod'
import type { Text } from '../../../ui/text/use-text.ts'
import type * as contract from '../contract.ts'
import { handOverSentence } from './hand-over/hand-over-sentence.ts'
import type { HandOverKey } from './hand-over/messages-hand-over-zh.ts'
import type { FormKey } from './messages-forms.ts'

type RefusalOf<C> = C extends { refusal: infer R extends z.ZodType } ? z.output<R> : never

/** Everything that an action on units and posts may refuse. */
export type NetworkRefusal = RefusalOf<(typeof contract)['openUnit' | 'changeUnit' | 'appointStaff' | 'endStaffPost']>

/** One plain sentence for each: a new code without a sentence does not compile. */
export function refusalSentence(refusal: NetworkRefusal, text: Text<FormKey>, ofHandOver: Text<HandOverKey>): string {
  switch (refusal.code) {
    case 'abolished-division':
      return text('network.refusal.abolished-division', { on: refusal.validTo })
    case 'kind-does-not-suit-tier':
      return text('network.refusal.kind-does-not-suit-tier', { tier: text(`network.form.tier.${refusal.tier}`) })
    case 'already-open':
      return text('network.refusal.already-open', { unit: refusal.unitCode ?? '' })
    case 'unknown-codes':
      return text('network.refusal.unknown-codes', { codes: refusal.codes.join('、') })
    case 'closed-before-opened':
      return text('network.refusal.closed-before-opened', { on: refusal.openedOn })
    case 'already-ended':
      return text('network.refusal.already-ended', { on: refusal.toOn })
    case 'period-overlaps':
      return text('network.refusal.period-overlaps', { from: refusal.fromOn, to: refusal.toOn ?? text('network.form.stillServing') })
    case 'still-holds':
      return text('network.refusal.still-holds', { count: refusal.rows.reduce((sum, { count }) => sum + count, 0) })
    case 'not-handed-over':
      return handOverSentence(refusal.because, ofHandOver)
    default:
      return text(`network.refusal.${refusal.code}`)
  }
}
