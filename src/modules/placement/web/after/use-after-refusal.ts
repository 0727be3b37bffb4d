import { useText } from '../../../../ui/text/use-text.ts'
import type { CandidateState, RoundState } from '../../contract.ts'
import { valuesOf } from '../refusal-values.ts'
import { usePlacementWords } from '../use-words.ts'
import { afterMessages } from './messages-after.ts'

type Key = (typeof afterMessages)['keys'][number]
type Code = Extract<Key, `after.refusal.${string}`> extends `after.refusal.${infer One}` ? One : never
type Refusal =
  | { code: Exclude<Code, 'not-from-here' | 'round-not-closed'> }
  | { code: 'not-from-here'; state: CandidateState }
  | { code: 'round-not-closed'; state: RoundState }

/** Why something after the round was refused, in one plain sentence. */
export function useAfterRefusal(): (refusal: Refusal | undefined) => string | undefined {
  const text = useText(afterMessages)
  const { text: words } = usePlacementWords()
  return (refusal) => {
    if (!refusal) return undefined
    const stateWords = refusal.code === 'not-from-here' ? words(`placement.state.${refusal.state}`) : ''
    return text(`after.refusal.${refusal.code}`, { ...valuesOf(refusal), stateWords })
  }
}
