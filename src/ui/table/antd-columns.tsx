import type { TableProps } from 'antd'
import type { Column } from './column.ts'
import type { PagePlace } from './page-place.ts'

type AntdColumns<Row> = NonNullable<TableProps<Row>['columns']>
type Sorter<Row> = Parameters<NonNullable<TableProps<Row>['onChange']>>[2]

/** Our columns as antd wants them. The server orders; antd only shows the arrow. */
export function antdColumns<Row>(columns: readonly Column<Row>[], sort: PagePlace['sort']): AntdColumns<Row> {
  return columns.map(({ key, title, draw, width, align, sortBy }) => ({
    key,
    title,
    render: (_: unknown, row: Row) => draw(row),
    ...(width === undefined ? {} : { width }),
    ...(align ? { align } : {}),
    ...(sortBy === undefined
      ? {}
      : { sorter: true, sortOrder: sort?.by === sortBy ? (sort.down ? ('descend' as const) : ('ascend' as const)) : null }),
  }))
}

/** Which order the reader asked for by pressing a head. */
export function sortOf<Row>(sorter: Sorter<Row>, columns: readonly Column<Row>[]): PagePlace['sort'] {
  const one = Array.isArray(sorter) ? sorter[0] : sorter
  const column = columns.find(({ key }) => key === one?.columnKey)
  return column?.sortBy !== undefined && one?.order ? { by: column.sortBy, down: one.order === 'descend' } : undefined
}
