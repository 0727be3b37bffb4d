import { Input } from 'antd'
import { useState } from 'react'
import { Link } from 'react-router'
import type { z } from 'zod'
import type { UnitCode } from '../../../../kernel/region-code.ts'
import { useAccount } from '../../../../ui/api/use-session.ts'
import { useToday } from '../../../../ui/api/use-today.ts'
import { useView } from '../../../../ui/api/use-view.ts'
import { FormField } from '../../../../ui/fields/FormField.tsx'
import { PageHead, Panel } from '../../../../ui/layout/Panel.tsx'
import { EmptyState } from '../../../../ui/parts/EmptyState.tsx'
import { Strip } from '../../../../ui/parts/Strip.tsx'
import { Tag } from '../../../../ui/parts/Tag.tsx'
import { ViewState } from '../../../../ui/parts/ViewState.tsx'
import { Wide } from '../../../../ui/table/WideTable.tsx'
import { yuan } from '../../../../ui/text/format.ts'
import { useText } from '../../../../ui/text/use-text.ts'
import { type AllowanceLine, listAllowances } from '../../contract.ts'
import { listMessages } from './messages-allowance.ts'
import '../placement.css'

type Listed = z.output<typeof listAllowances.output>

/** Who waits for assigned work in a month, and what the place owes them. */
export function AllowancePage() {
  const text = useText(listMessages)
  const unitCode = useAccount().unitCode as UnitCode
  const [month, setMonth] = useState(useToday().slice(0, 7))
  const query = useView(listAllowances, { place: unitCode, month }, { live: ['placement.moved'] })
  return (
    <div className="placement-page">
      <PageHead
        crumb={<Link to="/desk/placement/after">{text('allowance.back')}</Link>}
        title={text('allowance.title')}
        note={text('allowance.note')}
      />
      <FormField label={text('allowance.month')}>
        {(field) => (
          <Input
            {...field}
            type="month"
            size="middle"
            className="plain-month"
            value={month}
            onChange={({ target }) => /^20\d{2}-\d{2}$/.test(target.value) && setMonth(target.value)}
          />
        )}
      </FormField>
      <ViewState query={query}>{(listed) => <Waiting listed={listed} />}</ViewState>
    </div>
  )
}

function Waiting({ listed }: { listed: Listed }) {
  const text = useText(listMessages)
  const { lines, totalFen, sources } = listed
  const late = lines.filter(({ isLate }) => isLate).length
  return (
    <div className="placement-page">
      <Strip
        label={text('allowance.figures')}
        figures={[
          { key: 'people', label: text('allowance.people'), value: lines.length, unit: text('allowance.unitPeople') },
          { key: 'total', label: text('allowance.total'), value: yuan(BigInt(totalFen)), unit: text('allowance.unitYuan') },
          {
            key: 'late',
            label: text('allowance.late'),
            value: late,
            unit: text('allowance.unitPeople'),
            ...(late > 0 ? { tone: 'red' as const } : {}),
          },
        ]}
      />
      <Panel title={text('allowance.list')} count={lines.length}>
        {lines.length === 0 ? (
          <EmptyState title={text('allowance.none')} words={text('allowance.noneWords')} />
        ) : (
          <AllowanceTable lines={lines} />
        )}
        <p className="panel-words">
          {sources.map((source) => text('allowance.source', { source })).join('')} {text('allowance.partMonths')}
        </p>
      </Panel>
    </div>
  )
}

const COLUMNS = ['name', 'reportedOn', 'months', 'placeBy', 'amount', 'why'] as const

function AllowanceTable({ lines }: { lines: readonly AllowanceLine[] }) {
  const text = useText(listMessages)
  return (
    <Wide label={text('allowance.list')}>
      <table className="plain-table">
        <thead>
          <tr>
            {COLUMNS.map((key) => (
              <th key={key} scope="col">
                {text(`allowance.${key}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <tr key={line.candidateId}>
              <th scope="row">
                <Link to={`/desk/placement/candidates/${line.candidateId}`}>{line.name}</Link>
              </th>
              <td className="number">{line.reportedOn}</td>
              <td className="number">{line.months}</td>
              <td className="number">
                {line.placeBy} {line.isLate && <Tag tone="red">{text('allowance.overdue')}</Tag>}
              </td>
              <td className="number">
                {line.amountFen === null ? text('allowance.noAmount') : yuan(BigInt(line.amountFen))}{' '}
                {line.amountFen !== null && line.isUnverified && <Tag tone="amber">{text('allowance.unverified')}</Tag>}
              </td>
              <td>{text('allowance.whyWords', { article: line.article })}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Wide>
  )
}
