import type { z } from 'zod'
import type { ActionContract } from '../../../../kernel/contract.ts'
import { useAction } from '../../../../ui/api/use-action.ts'
import { useCandidateRefusal } from './use-refusal.ts'

type Refusal = Parameters<ReturnType<typeof useCandidateRefusal>>[0]

/** A form that takes one step of a candidate: what it sends, why it was refused, and closing when it is done. */
export function useStepForm<I extends z.ZodType, O extends z.ZodType, R extends z.ZodType<NonNullable<Refusal>>>(
  contract: ActionContract<string, I, O, R>,
  onDone: () => void,
) {
  const sentence = useCandidateRefusal()
  const form = useAction(contract, { onDone })
  return { form, refused: sentence(form.refusal as Refusal) }
}
