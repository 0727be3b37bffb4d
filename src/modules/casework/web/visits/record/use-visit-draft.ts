import { useState } from 'react'
import { useAccount } from '../../../../../ui/api/use-session.ts'
import { field } from '../../../../../ui/outbox/field-desk.ts'
import { keep, kept } from '../../../../../ui/state/kept.ts'
import type { SeenPerson } from '../../people/seen-person.ts'
import { draftFor, dropDraft, newDraft, readDrafts, replaceDraft, type VisitDraft } from '../form/visit-draft.ts'

/**
 * The visit being typed. Every change is kept in this browser, under the account, until the visit is saved or thrown
 * away: a reload, an ended session or a lost answer costs nothing, and a retry goes out under the same id.
 */
export function useVisitDraft(given: { today: string; person?: SeenPerson | undefined; draft?: VisitDraft | undefined }) {
  const place = `visits.${useAccount().id}`
  // What lies in the box was saved, whatever happened to the page in that moment: it is no draft any more.
  const all = () => readDrafts(kept('local', place)).filter(({ key }) => !field.get().items.some(({ id }) => id === key))
  const write = (drafts: readonly VisitDraft[]) => keep('local', place, drafts.length > 0 ? JSON.stringify(drafts) : undefined)
  const [held, setHeld] = useState(() => {
    if (given.draft) return { draft: given.draft, isResumed: false, isTouched: true }
    const found = draftFor(all(), given.person?.id)
    return { draft: found ?? newDraft(given.today, given.person), isResumed: found !== undefined, isTouched: found !== undefined }
  })
  const set = (change: Partial<VisitDraft>) =>
    setHeld((before) => {
      const draft = { ...before.draft, ...change }
      write(replaceDraft(all(), before.draft.key, draft))
      return { draft, isResumed: before.isResumed, isTouched: true }
    })
  return {
    ...held,
    set,
    /** The visit is saved, or thrown away. */
    forget: () => write(dropDraft(all(), held.draft.key)),
    /** Leaves the unsaved one where it is kept and begins another. */
    begin: () => setHeld({ draft: newDraft(given.today, given.person), isResumed: false, isTouched: false }),
  }
}
