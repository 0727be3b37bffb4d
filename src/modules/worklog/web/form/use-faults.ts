import { useState } from 'react'
import type { Result } from '../../../../kernel/result.ts'
import type { KindOnDesk, WorkFields } from '../../contract.ts'
import type { Refusal } from '../refusal-sentence.ts'
import { type Faults, messageOfDraft, stillWrong, type WorkDraft } from './work-draft.ts'

/**
 * The faults beside their fields, from the moment that saving was asked for: those found before sending, or those that came
 * back. What has been put right since is no fault any more, and nobody is told of a field that they have not come to.
 */
export function useFaults(refusal: Refusal | undefined, { kind, draft }: { kind: KindOnDesk; draft: WorkDraft }) {
  const [asked, setAsked] = useState<{ draft: WorkDraft; faults: Faults }>()
  const [mended, setMended] = useState<ReadonlySet<string>>(new Set())
  const answered: Faults = refusal?.code === 'values-wrong' ? Object.fromEntries(refusal.faults.map(({ field, why }) => [field, why])) : {}
  /** Shows what is wrong with the draft, and gives its message where it may go. */
  const messageToSend = (): WorkFields | undefined => {
    const message: Result<WorkFields, Faults> = messageOfDraft(kind, draft)
    setAsked({ draft, faults: message.ok ? {} : message.refusal })
    setMended(new Set())
    return message.ok ? message.value : undefined
  }
  const shown = Object.fromEntries(Object.entries({ ...answered, ...asked?.faults }).filter(([code]) => !mended.has(code)))
  const faults = asked ? stillWrong(shown, { kind, was: asked.draft, draft }) : {}
  // What was mended once is looked at again when it is saved, and not while it is typed anew.
  const justMended = asked ? Object.keys(shown).filter((code) => !(code in faults)) : []
  if (justMended.length > 0) setMended(new Set([...mended, ...justMended]))
  return { faults, messageToSend }
}
