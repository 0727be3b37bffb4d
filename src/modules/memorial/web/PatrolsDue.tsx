import { Link } from 'react-router'
import type { RegionCode } from '../../../kernel/region-code.ts'
import { useView } from '../../../ui/api/use-view.ts'
import { useText } from '../../../ui/text/use-text.ts'
import { countPatrolsDue } from '../contract-due.ts'
import { duePatrolMessages } from './messages-today.ts'
import { MEMORIALS_PATH } from './paths.ts'
import './due.css'

/** On the page of today: what of the memorials waits; nothing where nothing does. */
export function PatrolsDue({ place }: { place: string }) {
  const text = useText(duePatrolMessages)
  const { data } = useView(countPatrolsDue, { place: place.slice(0, 12) as RegionCode }, { live: ['patrol.visit', 'defect.open'] })
  if (!data || data.due + data.overdue + data.toAccept === 0) return null
  return (
    <p className="memorial-today">
      {data.due > 0 && text('memorial.today', { due: data.due })}
      {data.due > 0 && data.overdue + data.toAccept > 0 && ' · '}
      {data.overdue + data.toAccept > 0 && text('memorial.todayRepairs', { overdue: data.overdue, toAccept: data.toAccept })}{' '}
      <Link to={MEMORIALS_PATH}>{text('memorial.todayGo')}</Link>
    </p>
  )
}
