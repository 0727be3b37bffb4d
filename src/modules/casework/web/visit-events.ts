import { see } from '../../../ui/api/use-view.ts'
import type { PersonEvent } from '../../../ui/person-part.ts'
import { language, texts } from '../../../ui/text/language.ts'
import { listVisits } from '../contract.ts'
import './messages-list.ts'
import { visitEvent } from './visit-event.ts'
import { visitWords } from './visit-words.ts'

const LATEST = 20

/** The latest visits to a person, for the timeline of their file. */
export async function visitEvents(personId: string): Promise<PersonEvent[]> {
  const { rows } = await see(listVisits, { personId, limit: LATEST })
  const words = visitWords(language())
  return rows.map((visit) => visitEvent(visit, words, (key, values) => texts.t(key, { ...values, lng: language() })))
}
