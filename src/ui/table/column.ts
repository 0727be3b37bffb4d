import type { ReactNode } from 'react'

export interface Column<Row> {
  key: string
  title: string
  draw: (row: Row) => ReactNode
  width?: number
  /** Numbers and money stand right. */
  align?: 'right' | 'center'
  /** The server can order by it; its name in the view's input. */
  sortBy?: string
  /** Not shown until the reader asks for it. */
  hidden?: boolean
  /** On a card: the title line, or left out. */
  card?: 'title' | 'none'
}

/** The columns to show, in their own order. An unknown or empty choice shows those that are not hidden. */
export function shownColumns<Row>(columns: readonly Column<Row>[], chosen: readonly string[] | undefined): Column<Row>[] {
  const usual = columns.filter((column) => !column.hidden)
  if (!chosen) return usual
  const picked = columns.filter((column) => chosen.includes(column.key))
  return picked.length > 0 ? picked : usual
}
