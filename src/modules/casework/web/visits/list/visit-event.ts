import type { PersonEvent } from '../../../../../ui/person-part.ts'
import type { Text } from '../../../../../ui/text/use-text.ts'
import type { EarlierVisit, Visit } from '../../../contract.ts'
import type { VisitWords } from '../visit-words.ts'
import type { listMessages } from './messages-list.ts'

export type ListText = Text<(typeof listMessages)['keys'][number]>

/** A visit as one line of a timeline: why, how, what was brought; below it what was seen, or why it was taken back. */
export function visitEvent(visit: Visit, words: VisitWords, text: ListText): PersonEvent {
  const gave = visit.deliveries.map((code) => words.delivery(code))
  const state = visit.state === 'counts' ? [] : [text(`casework.visits.state.${visit.state}`)]
  const said = visit.counterReason === null ? visit.note : text('casework.visits.because', { reason: visit.counterReason })
  return {
    key: visit.id,
    at: visit.doneOn,
    title: [words.reason(visit.reason), words.way(visit.way), ...gave, ...state].join(' · '),
    ...(said === null ? {} : { words: said }),
    ...(visit.state === 'counts' ? { tone: 'green' as const } : {}),
  }
}

/** The same of a visit by a station that kept the file before. */
export function earlierVisitEvent(visit: EarlierVisit, words: VisitWords, text: ListText): PersonEvent {
  const gave = visit.deliveries.map((code) => words.delivery(code))
  return {
    key: visit.id,
    at: visit.doneOn,
    title: [words.reason(visit.reason), words.way(visit.way), ...gave, text('casework.visits.earlier')].join(' · '),
    ...(visit.note === null ? {} : { words: visit.note }),
  }
}
