import { see } from '../../../../../ui/api/use-view.ts'
import type { PersonEvent } from '../../../../../ui/person-part.ts'
import { language, texts } from '../../../../../ui/text/language.ts'
import { listEarlierVisits, listVisits } from '../../../contract.ts'
import './messages-list.ts'
import { visitWords } from '../visit-words.ts'
import { earlierVisitEvent, type ListText, visitEvent } from './visit-event.ts'

const LATEST = 20

/** The latest visits to a person, for the timeline of their file. */
export async function visitEvents(personId: string): Promise<PersonEvent[]> {
  const [{ rows }, earlier] = await Promise.all([see(listVisits, { personId, limit: LATEST }), see(listEarlierVisits, { personId })])
  const words = visitWords(language())
  const text: ListText = (key, values) => texts.t(key, { ...values, lng: language() })
  return [
    ...rows.map((visit) => visitEvent(visit, words, text)),
    ...earlier.rows.slice(0, LATEST).map((visit) => earlierVisitEvent(visit, words, text)),
  ]
}
