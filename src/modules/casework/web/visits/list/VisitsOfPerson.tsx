import { Link } from 'react-router'
import { useAccount } from '../../../../../ui/api/use-session.ts'
import { useView } from '../../../../../ui/api/use-view.ts'
import { EmptyState } from '../../../../../ui/parts/EmptyState.tsx'
import { Timeline } from '../../../../../ui/parts/Timeline.tsx'
import { ViewState } from '../../../../../ui/parts/ViewState.tsx'
import { useText } from '../../../../../ui/text/use-text.ts'
import { listVisits, type Visit } from '../../../contract.ts'
import { PlanButton } from '../plans/PlanButton.tsx'
import { useVisitWords } from '../visit-words.ts'
import { listMessages } from './messages-list.ts'
import { visitEvent } from './visit-event.ts'
import '../../casework.css'

const SHOWN = 10

/** The latest visits to one person, for their page. */
export function VisitsOfPerson({ personId }: { personId: string }) {
  const text = useText(listMessages)
  const mayPlan = useAccount().grants.includes('visit.plan')
  const visits = useView(listVisits, { personId, limit: SHOWN }, { live: ['visit.done'] })
  const words = useVisitWords()
  const itemOf = (visit: Visit) => {
    const { key, at, ...event } = visitEvent(visit, words, text)
    return { key, when: at, ...event }
  }
  return (
    <>
      {mayPlan && (
        <p className="of-person">
          <PlanButton person={{ id: personId, nameMasked: text('casework.person.this') }} />
        </p>
      )}
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
    </>
  )
}
