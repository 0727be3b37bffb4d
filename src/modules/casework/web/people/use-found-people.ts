import { problemOf } from '../../../../ui/api/problem.ts'
import { useView } from '../../../../ui/api/use-view.ts'
import { useSettled } from '../../../../ui/state/use-settled.ts'
import { readingSentence } from '../../../../ui/text/problem-sentence.ts'
import { useText } from '../../../../ui/text/use-text.ts'
import { findPerson, type PersonRow } from '../../../registry/contract.ts'
import { peopleMessages } from './messages-people.ts'

interface FoundPeople {
  found: readonly PersonRow[]
  /** Is this the answer to what stands in the box now? */
  isFresh: boolean
  /** Why nobody is shown. */
  note: string | undefined
}

/** Those who are found by what has been typed, once the fingers rest. */
export function useFoundPeople(typed: string, place: string | undefined): FoundPeople {
  const text = useText(peopleMessages)
  const query = typed.trim()
  const asked = useSettled(query, 120)
  const answer = useView(findPerson, { query: asked, limit: 8, ...(place ? { place } : {}) }, { enabled: asked !== '', keepPrevious: true })
  if (query === '') return { found: [], isFresh: false, note: undefined }
  const found = answer.data?.rows ?? []
  const isFresh = asked === query && answer.data !== undefined && !answer.isPlaceholderData
  if (answer.error) return { found, isFresh, note: text('casework.record.failed', { why: readingSentence(problemOf(answer.error), text) }) }
  return { found, isFresh, note: isFresh && found.length === 0 ? text('casework.record.none', { query }) : undefined }
}
