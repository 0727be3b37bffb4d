import { Link } from 'react-router'
import { useAccount } from '../../../ui/api/use-session.ts'
import { useView } from '../../../ui/api/use-view.ts'
import { EmptyState } from '../../../ui/parts/EmptyState.tsx'
import { Timeline } from '../../../ui/parts/Timeline.tsx'
import { ViewState } from '../../../ui/parts/ViewState.tsx'
import { useText } from '../../../ui/text/use-text.ts'
import { listVisits, type Visit } from '../contract.ts'
import { listMessages } from './messages-list.ts'
import { useVisitWords } from './visit-words.ts'

const SHOWN = 10

/** The latest visits to one person, for their page. */
export function VisitsOfPerson({ personId }: { personId: string }) {
  const text = useText(listMessages)
  const { unitCode } = useAccount()
  const visits = useView(listVisits, { place: unitCode, personId, limit: SHOWN }, { live: ['visit.done'] })
  const itemOf = useTimelineItem()
  return (
    <ViewState query={visits}>
      {({ rows, next }) =>
        rows.length === 0 ? (
          <EmptyState title={text('casework.person.none')} />
        ) : (
          <>
            <Timeline label={text('casework.visits.title')} items={rows.map(itemOf)} />
            {next !== undefined && <Link to="/desk/visits">{text('casework.person.more')}</Link>}
          </>
        )
      }
    </ViewState>
  )
}

function useTimelineItem() {
  const text = useText(listMessages)
  const words = useVisitWords()
  return (visit: Visit) => {
    const gave = visit.deliveries.map((code) => words.delivery(code))
    const said = visit.counterReason === null ? visit.note : text('casework.visits.because', { reason: visit.counterReason })
    const state = visit.state === 'counts' ? [] : [text(`casework.visits.state.${visit.state}`)]
    return {
      key: visit.id,
      when: visit.doneOn,
      title: [words.reason(visit.reason), words.way(visit.way), ...gave, ...state].join(' · '),
      words: said,
      ...(visit.state === 'counts' ? { tone: 'green' as const } : {}),
    }
  }
}
