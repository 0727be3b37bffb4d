import { Button } from 'antd'
import type { ReactNode } from 'react'
import { Link, useNavigate, useSearchParams } from 'react-router'
import { useAccount } from '../../../../ui/api/use-session.ts'
import { PageHead } from '../../../../ui/layout/Panel.tsx'
import { Choice } from '../../../../ui/parts/Choice.tsx'
import { EmptyState } from '../../../../ui/parts/EmptyState.tsx'
import { DataTable } from '../../../../ui/table/DataTable.tsx'
import { type Pages, usePages } from '../../../../ui/table/use-pages.ts'
import { Marked } from '../../../../ui/text/Marked.tsx'
import { useText } from '../../../../ui/text/use-text.ts'
import { listInbox, listMatters, type MatterLine } from '../../contract.ts'
import { matterColumns } from './matter-columns.tsx'
import { matterMessages } from './messages-pages.ts'
import type { MatterText } from './refusal-sentence.ts'
import { useWordsOf } from './words-of.ts'
import '../visits.css'
import './matters.css'

const KINDS = ['waiting', 'away', 'closed'] as const
type Kind = (typeof KINDS)[number]

const LIVE = ['matter.opened', 'matter.moved', 'matter.closed']

/** What waits for the reader, by deadline; what others have of the reader's place; what has ended there. */
export function InboxPage() {
  const { unitCode, grants } = useAccount()
  const [search, setSearch] = useSearchParams()
  const which = KINDS.find((kind) => kind === search.get('which')) ?? 'waiting'
  const choose = (kind: Kind) => setSearch(kind === 'waiting' ? {} : { which: kind }, { replace: true })
  const kinds = grants.includes('matter.survey') ? KINDS : KINDS.slice(0, 1)
  return which === 'waiting' ? (
    <Waiting kinds={kinds} onChoose={choose} />
  ) : (
    <Others which={which} kinds={kinds} place={unitCode} onChoose={choose} />
  )
}

interface ListProps {
  kinds: readonly Kind[]
  onChoose: (kind: Kind) => void
}

function Waiting({ kinds, onChoose }: ListProps) {
  const text = useText(matterMessages)
  const pages = usePages(listInbox, {}, { key: 'inbox', live: LIVE })
  const counts = pages.query.data as { waiting: number; overdue: number } | undefined
  const sentence = counts && text(counts.overdue > 0 ? 'matters.inbox.sentence' : 'matters.inbox.calm', counts)
  return (
    <List
      which="waiting"
      kinds={kinds}
      onChoose={onChoose}
      pages={pages}
      title={sentence ? <Marked text={sentence} /> : text('matters.inbox.title')}
    />
  )
}

function Others({ which, kinds, place, onChoose }: ListProps & { which: Kind; place: string }) {
  const text = useText(matterMessages)
  const pages = usePages(listMatters, { place, open: which === 'away' }, { key: `matters.${which}`, live: LIVE })
  return <List which={which} kinds={kinds} onChoose={onChoose} pages={pages} title={text(`matters.inbox.${which}`)} />
}

function List({ which, kinds, onChoose, pages, title }: ListProps & { which: Kind; pages: Pages<MatterLine>; title: ReactNode }) {
  const text = useText(matterMessages)
  const wordsOf = useWordsOf()
  const navigate = useNavigate()
  return (
    <>
      <PageHead title={title} actions={<Doors text={text} />} />
      <div className="panel visits-page">
        <DataTable
          name="matters"
          label={text('matters.inbox.label')}
          columns={matterColumns(text, wordsOf)}
          pages={pages}
          keyOf={({ id }) => id}
          onOpen={({ id }) => void navigate(`/desk/matters/${id}`)}
          filters={
            <Choice
              label={text('matters.inbox.which')}
              options={kinds.map((value) => ({ value, label: text(`matters.inbox.${value}`) }))}
              value={which}
              onChange={onChoose}
            />
          }
          empty={<EmptyState title={text('matters.inbox.none')} words={text('matters.inbox.noneWords')} />}
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
