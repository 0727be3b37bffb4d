import { useState } from 'react'
import { Link } from 'react-router'
import { useView } from '../../../../../ui/api/use-view.ts'
import { EmptyState } from '../../../../../ui/parts/EmptyState.tsx'
import { Icon } from '../../../../../ui/parts/Icon.tsx'
import { ViewState } from '../../../../../ui/parts/ViewState.tsx'
import { PageHeading } from '../../../../../ui/plain/PageHeading.tsx'
import { useDay } from '../../../../../ui/plain/use-day.ts'
import { useText } from '../../../../../ui/text/use-text.ts'
import { listMyMatters, type MyMatterLine } from '../../../contract.ts'
import { useWordsOf } from '../../matters/words-of.ts'
import { DoorList } from '../DoorList.tsx'
import { mineMessages } from '../messages-mine.ts'
import { DueLine } from './DueLine.tsx'
import { matterPageMessages } from './messages-matter.ts'
import './matter.css'

const PAGE = 20

/** All own matters, open ones first. */
export function MyMattersPage() {
  const text = useText(matterPageMessages)
  const [limit, setLimit] = useState(PAGE)
  const query = useView(listMyMatters, { limit }, { keepPrevious: true })
  const apply = (
    <Link className="solid" to="/me/kinds">
      {text('mine.matters.apply')}
    </Link>
  )
  return (
    <>
      <PageHeading title={text('mine.matters.title')} />
      <ViewState query={query}>
        {({ rows, next }) =>
          rows.length === 0 ? (
            <EmptyState title={text('mine.matters.none')} words={text('mine.matters.noneWords')} action={apply} />
          ) : (
            <DoorList rows={rows} onMore={next === undefined ? undefined : () => setLimit(limit + PAGE)}>
              {(matter) => <MatterDoor matter={matter} />}
            </DoorList>
          )
        }
      </ViewState>
    </>
  )
}

function MatterDoor({ matter }: { matter: MyMatterLine }) {
  const text = useText(matterPageMessages)
  const mine = useText(mineMessages)
  const wordsOf = useWordsOf()
  const day = useDay()
  const { outcome, isYourTurn, holderName, due } = matter
  return (
    <Link className="big line" data-turn={isYourTurn || undefined} to={`/me/matters/${matter.id}`}>
      <span className="grow">
        <b>
          {isYourTurn && <span className="k">{text('mine.matters.yours')}</span>} {wordsOf(matter.typeName)}
        </b>
        <span>
          {wordsOf(matter.stateName)}
          {outcome !== null && `（${mine(`mine.outcome.${outcome}`)}）`}
        </span>
        {holderName !== null && <span>{text('mine.matters.at', { name: holderName })}</span>}
        {due && outcome === null && <DueLine due={due} />}
        <span>{text('mine.matters.opened', { day: day(matter.openedOn) })}</span>
      </span>
      <Icon name="right" size={26} />
    </Link>
  )
}
