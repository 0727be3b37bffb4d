import type { PersonEvent } from '../../../ui/person-part.ts'
import type { Text } from '../../../ui/text/use-text.ts'
import type { Visit } from '../contract.ts'
import type { listMessages } from './messages-list.ts'
import type { VisitWords } from './visit-words.ts'

/** A visit as one line of a timeline: why, how, what was brought; below it what was seen, or why it was taken back. */
export function visitEvent(visit: Visit, words: VisitWords, text: Text<(typeof listMessages)['keys'][number]>): PersonEvent {
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
