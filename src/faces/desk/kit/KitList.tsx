import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import type { ProblemError } from '../../../ui/api/problem.ts'
import { Icon } from '../../../ui/parts/Icon.tsx'
import { Tag } from '../../../ui/parts/Tag.tsx'
import type { Column } from '../../../ui/table/column.ts'
import { DataTable } from '../../../ui/table/DataTable.tsx'
import { firstPage } from '../../../ui/table/page-place.ts'
import type { PagedAnswer } from '../../../ui/table/use-pages.ts'
import { yuan } from '../../../ui/text/format.ts'
import { useText } from '../../../ui/text/use-text.ts'
import { kitMessages } from './kit-messages.ts'
import { type SamplePerson, samplePeople } from './sample-people.ts'

const columns: readonly Column<SamplePerson>[] = [
  { key: 'name', title: '姓名', draw: (row) => <b>{row.name}</b>, width: 150, card: 'title', sortBy: 'name' },
  { key: 'age', title: '年龄', draw: (row) => row.age, width: 80, align: 'right', sortBy: 'age' },
  { key: 'identity', title: '身份', draw: (row) => <Tag>{row.identity}</Tag>, width: 140 },
  { key: 'address', title: '住址', draw: (row) => row.address, width: 300 },
  { key: 'visitedOn', title: '上次走访', draw: (row) => row.visitedOn, width: 120, sortBy: 'visitedOn' },
  { key: 'amount', title: '每月待遇（元）', draw: (row) => yuan(row.amountFen), width: 140, align: 'right' },
  { key: 'id', title: '编号', draw: (row) => row.id, width: 90, hidden: true },
]

/** A paged table of a thousand people. */
export function KitList() {
  const text = useText(kitMessages)
  const [place, setPlace] = useState(firstPage())
  const from = Number(place.cursors.at(-1) ?? 0)
  const query = useQuery<PagedAnswer<SamplePerson>, ProblemError>({
    queryKey: ['kit', from, place.limit],
    queryFn: () => ({
      rows: samplePeople(from, place.limit),
      total: 1000,
      next: from + place.limit < 1000 ? String(from + place.limit) : undefined,
    }),
  })
  return (
    <div className="kit-list panel">
      <DataTable
        name="kit"
        label={text('kit.list')}
        columns={columns}
        pages={{ query, place, setPlace }}
        keyOf={(row) => row.id}
        filters={
          <h2>
            {text('kit.list')} <span className="faint">{text('kit.listCount')}</span>
          </h2>
        }
        exportSlot={<Button icon={<Icon name="download" />}>{text('kit.export')}</Button>}
        onOpen={() => undefined}
      />
    </div>
  )
}
