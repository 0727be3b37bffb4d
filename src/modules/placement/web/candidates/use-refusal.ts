import { useText } from '../../../../ui/text/use-text.ts'
import type { CandidateState } from '../../contract.ts'
import { valuesOf } from '../refusal-values.ts'
import { usePlacementWords } from '../use-words.ts'
import { candidateMessages } from './messages-candidate.ts'

type Key = (typeof candidateMessages)['keys'][number]
type Code = Extract<Key, `candidate.refusal.${string}`> extends `candidate.refusal.${infer One}` ? One : never

/** Why a step of a candidate was refused, in one plain sentence. */
export function useCandidateRefusal(): (refusal: { code: Code; state?: CandidateState } | undefined) => string | undefined {
  const text = useText(candidateMessages)
  const { text: words } = usePlacementWords()
  return (refusal) => {
    if (!refusal) return undefined
    const stateWords = refusal.state === undefined ? '' : words(`placement.state.${refusal.state}`)
    return text(`candidate.refusal.${refusal.code}`, { ...valuesOf(refusal), stateWords })
  }
}
