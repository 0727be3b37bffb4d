import { useEffect, useRef, useState } from 'react'
import { Link } from 'react-router'
import { minuteInChina } from '../../../../../kernel/china-time.ts'
import { useAction } from '../../../../../ui/api/use-action.ts'
import { useView } from '../../../../../ui/api/use-view.ts'
import { EmptyState } from '../../../../../ui/parts/EmptyState.tsx'
import { ViewState } from '../../../../../ui/parts/ViewState.tsx'
import { PageHeading } from '../../../../../ui/plain/PageHeading.tsx'
import { useDay } from '../../../../../ui/plain/use-day.ts'
import { useText } from '../../../../../ui/text/use-text.ts'
import { listMyMessages, type MyMessage, readMyMessages } from '../../../contract.ts'
import { useWordsOf } from '../../matters/words-of.ts'
import { DoorList } from '../DoorList.tsx'
import { mineMessages } from '../messages-mine.ts'
import { noticeMessages } from './messages-messages.ts'

const PAGE = 30
const MOST_AT_ONCE = 100

/** What the offices have told, latest first. What has been shown is read; its mark stays until the page is left. */
export function MyMessagesPage() {
  const text = useText(noticeMessages)
  const [limit, setLimit] = useState(PAGE)
  const query = useView(listMyMessages, { limit }, { keepPrevious: true })
  const fresh = useMarkRead(query.data?.rows ?? [])
  return (
    <div className="narrow">
      <PageHeading title={text('mine.messages.title')} />
      <ViewState query={query}>
        {({ rows, next }) =>
          rows.length === 0 ? (
            <EmptyState title={text('mine.messages.none')} words={text('mine.messages.noneWords')} />
          ) : (
            <DoorList rows={rows} onMore={next === undefined ? undefined : () => setLimit(limit + PAGE)}>
              {(message) => <Message message={message} isNew={fresh.has(message.id)} />}
            </DoorList>
          )
        }
      </ViewState>
    </div>
  )
}

/** Tells the server once of each message that it has been shown, and remembers which were new on this visit. */
function useMarkRead(rows: readonly MyMessage[]): ReadonlySet<string> {
  const [fresh, setFresh] = useState<ReadonlySet<string>>(new Set())
  const told = useRef(new Set<string>())
  const read = useAction(readMyMessages, { invalidates: ['mine.home'] })
  const send = useRef(read.send)
  send.current = read.send
  useEffect(() => {
    const ids = rows.flatMap(({ id, isRead }) => (isRead || told.current.has(id) ? [] : [id])).slice(0, MOST_AT_ONCE)
    if (ids.length === 0) return
    for (const id of ids) told.current.add(id)
    setFresh((before) => new Set([...before, ...ids]))
    void send.current({ ids })
  }, [rows])
  return fresh
}

function Message({ message: { matterId, title, words, at }, isNew }: { message: MyMessage; isNew: boolean }) {
  const text = useText(noticeMessages)
  const mine = useText(mineMessages)
  const wordsOf = useWordsOf()
  const day = useDay()
  const china = minuteInChina(at)
  return (
    <article className="big">
      <h2>
        {isNew && <span className="k">{text('mine.messages.new')}</span>} {wordsOf(title)}
      </h2>
      <p>{wordsOf(words)}</p>
      <p className="fine">{text('mine.messages.at', { day: day(china.slice(0, 10)), time: china.slice(11, 16) })}</p>
      {matterId !== null && (
        <Link className="ghost" to={`/me/matters/${matterId}`} aria-label={`${mine('mine.look')}：${wordsOf(title)}`}>
          {mine('mine.look')}
        </Link>
      )}
    </article>
  )
}
