import { useState } from 'react'
import type { Result } from '../../../../kernel/result.ts'
import type { WorkFields } from '../../contract.ts'
import type { Refusal } from '../refusal-sentence.ts'
import type { Faults } from './work-draft.ts'

/** The faults beside their fields: those found before sending, or those that came back. */
export function useFaults(refusal: Refusal | undefined) {
  const [typed, setTyped] = useState<Faults>({})
  const answered: Faults = refusal?.code === 'values-wrong' ? Object.fromEntries(refusal.faults.map(({ field, why }) => [field, why])) : {}
  /** Shows what is wrong with a message, and says whether it may go. */
  const show = (message: Result<WorkFields, Faults>): message is { readonly ok: true; readonly value: WorkFields } => {
    setTyped(message.ok ? {} : message.refusal)
    return message.ok
  }
  return { faults: { ...answered, ...typed }, show }
}
