import { Button } from 'antd'
import type { ReactNode } from 'react'
import { Link, useNavigate, useSearchParams } from 'react-router'
import type { Grant } from '../../../../../platform/access/grants.ts'
import { useAccount } from '../../../../../ui/api/use-session.ts'
import { PageHead } from '../../../../../ui/layout/Panel.tsx'
import { Choice } from '../../../../../ui/parts/Choice.tsx'
import { EmptyState } from '../../../../../ui/parts/EmptyState.tsx'
import { useListedPlace } from '../../../../../ui/state/use-listed-place.ts'
import { DataTable } from '../../../../../ui/table/DataTable.tsx'
import { type Pages, usePages } from '../../../../../ui/table/use-pages.ts'
import { Marked } from '../../../../../ui/text/Marked.tsx'
import { useText } from '../../../../../ui/text/use-text.ts'
import { OnlyAt } from '../../../../network/web/index.tsx'
import { listEscalated, listInbox, listMatters } from '../../../contract.ts'
import { type MatterText, matterMessages } from '../messages.ts'
import { useWordsOf } from '../words-of.ts'
import { type ListedMatter, matterColumns, placeColumn } from './matter-columns.tsx'
import '../../casework.css'
import '../matters.css'

const KINDS = ['waiting', 'mine', 'free', 'escalated', 'away', 'closed'] as const
type Kind = (typeof KINDS)[number]

/** What a list needs beyond the reading of the own inbox. */
const NEEDS: Partial<Record<Kind, Grant>> = { escalated: 'matter.oversee', away: 'matter.survey', closed: 'matter.survey' }

const LIVE = ['matter.opened', 'matter.moved', 'matter.closed', 'matter.escalated']

/** What waits for the reader, by deadline; what has run out below; what others have of the reader's place; what has ended there. */
export function InboxPage() {
  const { grants } = useAccount()
  const { place } = useListedPlace()
  const [search, setSearch] = useSearchParams()
  const kinds = KINDS.filter((kind) => NEEDS[kind] === undefined || grants.includes(NEEDS[kind]))
  const which = kinds.find((kind) => kind === search.get('which')) ?? 'waiting'
  const onChoose = (kind: Kind) => setSearch(kind === 'waiting' ? {} : { which: kind }, { replace: true })
  const list = { kinds, onChoose }
  if (which === 'away' || which === 'closed') return <Others key={which} {...list} which={which} place={place} />
  return which === 'escalated' ? <Escalated {...list} /> : <Waiting key={which} {...list} which={which} />
}

interface ListProps {
  kinds: readonly Kind[]
  onChoose: (kind: Kind) => void
}

function Waiting({ which, ...list }: ListProps & { which: 'waiting' | 'mine' | 'free' }) {
  const text = useText(matterMessages)
  const pages = usePages(listInbox, which === 'waiting' ? {} : { hands: which }, { key: `inbox.${which}`, live: LIVE })
  const counts = pages.query.data as { waiting: number; overdue: number } | undefined
  const sentence = counts && text(counts.overdue > 0 ? 'matters.inbox.sentence' : 'matters.inbox.calm', counts)
  const title = which === 'waiting' ? sentence && <Marked text={sentence} /> : text(`matters.inbox.${which}Title`)
  return <List {...list} which={which} pages={pages} title={title ?? text('matters.inbox.title')} />
}

function Escalated(list: ListProps) {
  const text = useText(matterMessages)
  const pages = usePages(listEscalated, {}, { key: 'matters.escalated', live: LIVE })
  const overdue = (pages.query.data as { overdue: number } | undefined)?.overdue ?? 0
  const title = overdue > 0 ? <Marked text={text('matters.inbox.escalatedTitle', { overdue })} /> : text('matters.inbox.escalatedNone')
  return <List {...list} which="escalated" pages={pages} title={title} />
}

function Others({ which, kinds, place, onChoose }: ListProps & { which: 'away' | 'closed'; place: string }) {
  const text = useText(matterMessages)
  const pages = usePages(listMatters, { place, open: which === 'away' }, { key: `matters.${which}`, live: LIVE })
  const title = text(`matters.inbox.${which}`)
  return <List which={which} kinds={kinds} onChoose={onChoose} pages={pages} title={title} onlyAt={<OnlyAt />} />
}

function List({
  which,
  kinds,
  onChoose,
  pages,
  title,
  onlyAt,
}: ListProps & { which: Kind; pages: Pages<ListedMatter>; title: ReactNode; onlyAt?: ReactNode }) {
  const text = useText(matterMessages)
  const wordsOf = useWordsOf()
  const navigate = useNavigate()
  return (
    <>
      <PageHead title={title} actions={<Doors text={text} />} />
      {onlyAt}
      <div className="panel list-page">
        <DataTable
          name="matters"
          label={text('matters.inbox.label')}
          columns={which === 'escalated' ? [placeColumn(text), ...matterColumns(text, wordsOf)] : matterColumns(text, wordsOf)}
          pages={pages}
          keyOf={({ id, unitCode }) => `${id} ${unitCode}`}
          onOpen={({ id }) => void navigate(`/desk/matters/${id}`)}
          filters={
            <div className="matter-which">
              <Choice
                label={text('matters.inbox.which')}
                options={kinds.map((value) => ({ value, label: text(`matters.inbox.${value}`) }))}
                value={which}
                onChange={onChoose}
              />
            </div>
          }
          empty={
            which === 'escalated' ? (
              <EmptyState title={text('matters.inbox.escalatedNone')} words={text('matters.inbox.escalatedNoneWords')} />
            ) : (
              <EmptyState title={text('matters.inbox.none')} words={text('matters.inbox.noneWords')} />
            )
          }
        />
      </div>
    </>
  )
}

function Doors({ text }: { text: MatterText }) {
  const { grants } = useAccount()
  const navigate = useNavigate()
  return (
    <>
      <Link to="/desk/matters/kinds">{text('matters.inbox.kinds')}</Link>
      {grants.includes('matter.survey') && <Link to="/desk/matters/balance">{text('matters.inbox.balance')}</Link>}
      {grants.includes('matter.serve') && (
        <Button type="primary" size="middle" onClick={() => void navigate('/desk/hall')}>
          {text('matters.inbox.hall')}
        </Button>
      )}
    </>
  )
}
