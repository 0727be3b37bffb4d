import type { Text } from '../../../../ui/text/use-text.ts'
import type { HandOverRefusal } from '../../contract.ts'
import type { HandOverKey } from './messages-hand-over-zh.ts'

/** One plain sentence for each refusal: a new code without a sentence does not compile. */
export function handOverSentence(refusal: HandOverRefusal, text: Text<HandOverKey>): string {
  switch (refusal.code) {
    case 'heir-not-yet':
      return text('handOver.refusal.heir-not-yet', { from: refusal.from })
    case 'transfers-open':
      return text('handOver.refusal.transfers-open', { count: refusal.count })
    default:
      return text(`handOver.refusal.${refusal.code}`)
  }
}
