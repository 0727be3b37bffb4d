import type { Column } from '../../../../ui/table/column.ts'
import type { Text } from '../../../../ui/text/use-text.ts'
import type { Accreditation } from '../../contract.ts'
import { CourseTag } from './CourseTag.tsx'
import type { AccreditationKey } from './messages-accreditation.ts'

/** The columns of the list of courses. */
export const accreditationColumns = (text: Text<AccreditationKey>, nameOf: (scheme: string) => string): Column<Accreditation>[] => [
  { key: 'unit', title: text('accreditation.unit'), draw: (row) => <b>{row.unitName}</b>, width: 280, card: 'title' },
  { key: 'scheme', title: text('accreditation.scheme'), draw: (row) => nameOf(row.scheme), width: 200 },
  {
    key: 'level',
    title: text('accreditation.level'),
    draw: (row) => (row.level === 0 ? '–' : text('accreditation.stars', { count: row.level })),
    width: 80,
  },
  {
    key: 'state',
    title: text('accreditation.state'),
    draw: (row) => <CourseTag course={row} />,
    width: 130,
  },
  {
    key: 'seat',
    title: text('accreditation.seat'),
    draw: (row) => (row.seat && row.state !== 'awarded' ? text(`accreditation.tier.${row.seat}`) : '–'),
    width: 90,
  },
  { key: 'expiresOn', title: text('accreditation.expiresOn'), draw: (row) => row.expiresOn ?? '–', width: 130 },
]
