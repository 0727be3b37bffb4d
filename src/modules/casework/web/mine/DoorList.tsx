import type { ReactNode } from 'react'
import { useText } from '../../../../ui/text/use-text.ts'
import { mineMessages } from './messages-mine.ts'

interface DoorListProps<R> {
  rows: readonly R[]
  /** Asks for more of them; left out where there are none. */
  onMore: (() => void) | undefined
  children: (row: R) => ReactNode
}

/** A long list on /me, as far as it has been asked for. */
export function DoorList<R extends { readonly id: string }>({ rows, onMore, children }: DoorListProps<R>) {
  const text = useText(mineMessages)
  return (
    <>
      <ul className="door-list">
        {rows.map((row) => (
          <li key={row.id}>{children(row)}</li>
        ))}
      </ul>
      {onMore && (
        <button type="button" className="ghost" onClick={onMore}>
          {text('mine.more')}
        </button>
      )}
    </>
  )
}
