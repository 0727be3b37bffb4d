import { Link } from 'react-router'
import { useAccount } from '../../../../../ui/api/use-session.ts'
import { useView } from '../../../../../ui/api/use-view.ts'
import { ViewState } from '../../../../../ui/parts/ViewState.tsx'
import { useText } from '../../../../../ui/text/use-text.ts'
import { listMatters } from '../../../contract.ts'
import { matterMessages } from '../messages.ts'
import { MatterLines } from './MatterLines.tsx'
import '../../casework.css'
import '../matters.css'

/** The matters of a person, for their page. */
export function MattersOfPerson({ personId }: { personId: string }) {
  const text = useText(matterMessages)
  const { unitCode, grants } = useAccount()
  const query = useView(listMatters, { place: unitCode, personId, limit: 20 }, { live: ['matter.opened', 'matter.moved'] })
  return (
    <>
      {grants.includes('matter.serve') && (
        <p className="of-person">
          <Link to={`/desk/hall?person=${personId}`}>{text('matters.person.begin')}</Link>
        </p>
      )}
      <ViewState query={query}>{({ rows }) => <MatterLines rows={rows} empty={text('matters.person.none')} />}</ViewState>
    </>
  )
}
