import { Table } from 'antd'
import { type ReactNode, useEffect, useRef, useState } from 'react'
import { problemOf } from '../api/problem.ts'
import { EmptyState } from '../parts/EmptyState.tsx'
import { ErrorState } from '../parts/ErrorState.tsx'
import { LoadingState } from '../parts/LoadingState.tsx'
import { keep, kept } from '../state/kept.ts'
import { useNarrow } from '../state/use-narrow.ts'
import { useText } from '../text/use-text.ts'
import { antdColumns, sortOf } from './antd-columns.tsx'
import { Cards } from './Cards.tsx'
import { type Column, shownColumns } from './column.ts'
import { Pager } from './Pager.tsx'
import { reordered } from './page-place.ts'
import { SavedViews } from './SavedViews.tsx'
import { TableTools } from './TableTools.tsx'
import type { Pages } from './use-pages.ts'
import { useViewOpening } from './use-view-opening.ts'

export interface DataTableProps<Row extends object> {
  /** Names the list in this browser's memory of columns and row height. */
  name: string
  label: string
  columns: readonly Column<Row>[]
  pages: Pages<Row>
  keyOf: (row: Row) => string
  onOpen?: (row: Row) => void
  /** Filters, at the left of the tools. */
  filters?: ReactNode
  /** The export button, at the right. */
  exportSlot?: ReactNode
  empty?: ReactNode
  chosen?: string | undefined
}

/**
 * A long list: paged, ordered and filtered by the server, columns and row height chosen by the reader, the place kept.
 * On a phone the rows are cards. More than 100 rows on a page are drawn only where they can be seen.
 */
export function DataTable<Row extends object>(props: DataTableProps<Row>) {
  const { name, columns, pages, filters, exportSlot, empty } = props
  const text = useText()
  const narrow = useNarrow()
  const [shown, setShown] = useState<readonly string[] | undefined>(() => kept('local', `columns.${name}`)?.split(','))
  const [isRoomy, setRoomy] = useState(() => kept('local', `roomy.${name}`) === 'yes')
  const { query, place, setPlace } = pages
  const view = useViewOpening(pages)
  const visible = shownColumns(columns, shown)
  const choose = (keys: readonly string[]) => {
    setShown(keys)
    keep('local', `columns.${name}`, keys.join(','))
  }
  const setHeight = (roomy: boolean) => {
    setRoomy(roomy)
    keep('local', `roomy.${name}`, roomy ? 'yes' : undefined)
  }
  const saved = (
    <SavedViews
      name={name}
      now={{ search: view.search, columns: visible.map(({ key }) => key), isRoomy, limit: place.limit, sort: place.sort }}
      onOpen={(one) => {
        if (one.columns) choose(one.columns)
        setHeight(one.isRoomy)
        view.open(one)
      }}
    />
  )
  const answer = query.data
  const rows = answer?.rows ?? []
  return (
    <div className="data-table">
      <TableTools
        columns={columns}
        shown={visible.map(({ key }) => key)}
        onShow={choose}
        isRoomy={isRoomy}
        onRoomy={setHeight}
        place={place}
        onPlace={setPlace}
        narrow={narrow}
        savedSlot={saved}
        exportSlot={exportSlot}
      >
        {filters}
      </TableTools>
      {query.error && (
        <ErrorState isReading problem={problemOf(query.error)} onRetry={() => void query.refetch()} slim={answer !== undefined} />
      )}
      {!answer && !query.error && <LoadingState lines={8} />}
      {answer && rows.length === 0 && (empty ?? <EmptyState title={text('table.empty')} />)}
      {rows.length > 0 &&
        (narrow ? <Cards {...props} columns={visible} rows={rows} /> : <Rows {...props} columns={visible} rows={rows} isRoomy={isRoomy} />)}
      {answer && <Pager place={place} onPlace={setPlace} next={answer.next} total={answer.total} busy={query.isPlaceholderData} />}
    </div>
  )
}

function Rows<Row extends object>({
  label,
  columns,
  rows,
  pages,
  keyOf,
  onOpen,
  chosen,
  isRoomy,
}: DataTableProps<Row> & { rows: readonly Row[]; isRoomy: boolean }) {
  const { place, setPlace, query } = pages
  const { box, height } = useRoom(place.scrollTop ?? 0)
  const latest = useRef(place)
  latest.current = place
  const isLong = rows.length > 100
  return (
    <section
      ref={box}
      className="table-box"
      data-busy={query.isPlaceholderData || undefined}
      tabIndex={isLong ? -1 : 0}
      aria-label={label}
      onScroll={(event) => setPlaceQuietly(event.currentTarget.scrollTop)}
    >
      <Table<Row>
        size={isRoomy ? 'medium' : 'small'}
        dataSource={rows}
        columns={antdColumns(columns, place.sort)}
        rowKey={keyOf}
        pagination={false}
        showSorterTooltip={false}
        rowClassName={(row) => (keyOf(row) === chosen ? 'chosen-row' : '')}
        {...(isLong
          ? { virtual: true, scroll: { y: height - 40, x: columns.reduce((sum, column) => sum + (column.width ?? 140), 0) } }
          : {})}
        {...(onOpen ? { onRow: (row) => openable(() => onOpen(row)) } : {})}
        onChange={(_, __, sorter) => setPlace(reordered(place, { sort: sortOf(sorter, columns) }))}
      />
    </section>
  )

  function setPlaceQuietly(scrollTop: number): void {
    latest.current = { ...latest.current, scrollTop }
    if (Math.abs(scrollTop - (place.scrollTop ?? 0)) > 200) setPlace(latest.current)
  }
}

const openable = (open: () => void) => ({
  tabIndex: 0,
  onClick: open,
  onKeyDown: (event: React.KeyboardEvent) => {
    if (event.key === 'Enter' && event.target === event.currentTarget) open()
  },
})

/** The height the table may take, and the scroll it had before. */
function useRoom(scrollTop: number) {
  const box = useRef<HTMLElement>(null)
  const first = useRef(scrollTop)
  const [height, setHeight] = useState(480)
  useEffect(() => {
    if (!box.current) return
    box.current.scrollTop = first.current
    const watch = new ResizeObserver(([entry]) => entry && setHeight(Math.max(240, Math.floor(entry.contentRect.height))))
    watch.observe(box.current)
    return () => watch.disconnect()
  }, [])
  return { box, height }
}
