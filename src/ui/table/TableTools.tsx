import { Button, Checkbox, Popover } from 'antd'
import type { ReactNode } from 'react'
import { Choice } from '../parts/Choice.tsx'
import { Icon } from '../parts/Icon.tsx'
import { useText } from '../text/use-text.ts'
import type { Column } from './column.ts'
import { type PagePlace, reordered } from './page-place.ts'

interface TableToolsProps<Row> {
  columns: readonly Column<Row>[]
  shown: readonly string[]
  onShow: (keys: readonly string[]) => void
  isRoomy: boolean
  onRoomy: (roomy: boolean) => void
  place: PagePlace
  onPlace: (place: PagePlace) => void
  narrow: boolean
  savedSlot: ReactNode
  exportSlot: ReactNode
  children: ReactNode
}

/** Above a table: filters at the left; columns, row height, saved views and export at the right. On a phone the order is chosen here. */
export function TableTools<Row>({
  columns,
  shown,
  onShow,
  isRoomy,
  onRoomy,
  place,
  onPlace,
  narrow,
  savedSlot,
  exportSlot,
  children,
}: TableToolsProps<Row>) {
  const text = useText()
  const choices = columns.map(({ key, title }) => (
    <Checkbox
      key={key}
      checked={shown.includes(key)}
      disabled={shown.length === 1 && shown[0] === key}
      onChange={(event) => onShow(event.target.checked ? [...shown, key] : shown.filter((one) => one !== key))}
    >
      {title}
    </Checkbox>
  ))
  const heights = [
    { value: 'compact', label: text('table.compact') },
    { value: 'roomy', label: text('table.roomy') },
  ] as const
  return (
    <div className="table-tools">
      {children}
      <span className="push row table-tools-end">
        {narrow ? (
          <SortSelect columns={columns} place={place} onPlace={onPlace} />
        ) : (
          <Popover
            trigger="click"
            placement="bottomRight"
            content={
              <div className="column-set">
                <Choice
                  label={text('table.size')}
                  options={heights}
                  value={isRoomy ? 'roomy' : 'compact'}
                  onChange={(value) => onRoomy(value === 'roomy')}
                />
                {choices}
              </div>
            }
          >
            <Button icon={<Icon name="columns" />}>{text('table.columns')}</Button>
          </Popover>
        )}
        {savedSlot}
        {exportSlot}
      </span>
    </div>
  )
}

function SortSelect<Row>({ columns, place, onPlace }: Pick<TableToolsProps<Row>, 'columns' | 'place' | 'onPlace'>) {
  const text = useText()
  const orders = columns.flatMap(({ title, sortBy }) =>
    sortBy === undefined ? [] : [false, true].map((down) => ({ by: sortBy, down, title })),
  )
  if (orders.length === 0) return null
  const at = orders.findIndex((order) => order.by === place.sort?.by && order.down === place.sort.down)
  return (
    <select
      aria-label={text('table.sortBy')}
      value={at}
      onChange={(event) => {
        const order = orders[Number(event.target.value)]
        onPlace(reordered(place, { sort: order && { by: order.by, down: order.down } }))
      }}
    >
      <option value={-1}>{text('table.unsorted')}</option>
      {orders.map((order, index) => (
        <option key={`${order.by}-${order.down}`} value={index}>
          {text(order.down ? 'table.sortDown' : 'table.sortUp', { name: order.title })}
        </option>
      ))}
    </select>
  )
}
