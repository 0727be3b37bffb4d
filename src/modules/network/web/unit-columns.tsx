import { Tag, type Tone } from '../../../ui/parts/Tag.tsx'
import type { Column } from '../../../ui/table/column.ts'
import { count } from '../../../ui/text/format.ts'
import type { Text } from '../../../ui/text/use-text.ts'
import type { ServiceUnit, UnitRow } from '../contract.ts'
import type { NetworkKey } from './messages.ts'

export const statusTone: Readonly<Record<ServiceUnit['status'], Tone>> = {
  planned: 'plain',
  built: 'slate',
  open: 'green',
  suspended: 'amber',
  merged: 'plain',
  closed: 'plain',
}

/** The columns of the list of units. */
export const unitColumns = (text: Text<NetworkKey>): Column<UnitRow>[] => [
  { key: 'name', title: text('network.units.name'), draw: (row) => <b>{row.name}</b>, width: 280, card: 'title' },
  { key: 'kind', title: text('network.units.kind'), draw: (row) => text(`network.kind.${row.kind}`), width: 110 },
  { key: 'tier', title: text('network.units.tier'), draw: (row) => text(`network.tier.${row.tier}`), width: 80 },
  {
    key: 'status',
    title: text('network.units.status'),
    draw: (row) => (
      <>
        <Tag tone={statusTone[row.status]}>{text(`network.status.${row.status}`)}</Tag>{' '}
        {row.divisionEndedOn && <Tag tone="amber">{text('network.units.divisionEnded')}</Tag>}
      </>
    ),
    width: 170,
  },
  { key: 'staff', title: text('network.units.staff'), draw: (row) => count(row.staffCount), width: 80, align: 'right' },
  { key: 'phone', title: text('network.units.phone'), draw: (row) => row.phone || '–', width: 140 },
  { key: 'address', title: text('network.units.address'), draw: (row) => row.address || '–', width: 260 },
  { key: 'division', title: text('network.units.division'), draw: (row) => row.divisionName, width: 160, hidden: true },
  { key: 'openedOn', title: text('network.units.openedOn'), draw: (row) => row.openedOn ?? '–', width: 110, hidden: true },
  { key: 'code', title: text('network.units.code'), draw: (row) => <span className="mono">{row.unitCode}</span>, width: 150, hidden: true },
]
