import { useState } from 'react'
import { useAction } from '../../../../ui/api/use-action.ts'
import { useView } from '../../../../ui/api/use-view.ts'
import { redraftRound, seeOffer } from '../../contract.ts'
import type { CommonDraft, DraftProps } from './RoundDraft.tsx'

type Where = Pick<DraftProps, 'place' | 'onDone'>

/** A draft of any way as it is typed, what is on offer for it, and the action by which one that was saved before is changed. */
export function useRoundDraft<D extends CommonDraft>({ place, onDone }: Where, startsAs: () => D) {
  const [first] = useState(startsAs)
  const [draft, setDraft] = useState(first)
  const offer = useView(seeOffer, { place })
  const change = useAction(redraftRound, { onDone: ({ roundId }) => onDone(roundId) })
  const set = (part: Partial<D>) => setDraft((before) => ({ ...before, ...part }))
  return { draft, set, isTouched: draft !== first, offer, change }
}
