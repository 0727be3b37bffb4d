import { Tag } from '../../../../ui/parts/Tag.tsx'
import type { Column } from '../../../../ui/table/column.ts'
import { useText } from '../../../../ui/text/use-text.ts'
import type { PersonRow } from '../../contract.ts'
import { codeWord } from '../code-word.ts'
import { registryMessages } from '../messages.ts'
import { useClasses } from '../use-classes.ts'
import { useRegionNames } from '../use-region.ts'

/** The columns of the roster; the station only where there are several. */
export function useRosterColumns(rows: readonly PersonRow[] | undefined, isOnePlace: boolean): Column<PersonRow>[] {
  const text = useText(registryMessages)
  const { nameOf } = useClasses()
  const stations = useRegionNames(isOnePlace ? [] : (rows ?? []).map(({ unitCode }) => unitCode))
  const station: Column<PersonRow> = {
    key: 'unit',
    title: text('registry.roster.station'),
    draw: (row) => stations.get(row.unitCode.slice(0, 12)) || row.unitCode,
    width: 150,
    sortBy: 'unit',
  }
  return [
    { key: 'name', title: text('registry.roster.name'), draw: (row) => <NameCell row={row} />, width: 130, card: 'title', sortBy: 'name' },
    { key: 'age', title: text('registry.roster.age'), draw: ({ age }) => age, width: 70, align: 'right', sortBy: 'age' },
    {
      key: 'classes',
      title: text('registry.roster.classes'),
      draw: ({ classes }) => (
        <span className="tags">
          {classes.map((code) => (
            <Tag key={code} tone="slate">
              {nameOf(code)}
            </Tag>
          ))}
        </span>
      ),
      width: 210,
    },
    {
      key: 'phone',
      title: text('registry.field.phone'),
      draw: ({ phoneMasked }) => phoneMasked && <span className="num">{phoneMasked}</span>,
      width: 120,
    },
    { key: 'address', title: text('registry.field.address'), draw: ({ addressMasked }) => addressMasked, width: 240 },
    ...(isOnePlace ? [] : [station]),
    {
      key: 'lastContact',
      title: text('registry.roster.lastContact'),
      draw: ({ lastContactOn }) => lastContactOn ?? <span className="amber">{text('registry.roster.never')}</span>,
      width: 120,
      sortBy: 'lastContact',
    },
    {
      key: 'completeness',
      title: text('registry.roster.completeness'),
      draw: ({ completeness }) => `${completeness}%`,
      width: 80,
      align: 'right',
      sortBy: 'completeness',
    },
    {
      key: 'citizenId',
      title: text('registry.field.citizenId'),
      draw: ({ citizenIdMasked }) => <span className="num">{citizenIdMasked}</span>,
      width: 180,
      hidden: true,
    },
  ]
}

function NameCell({ row }: { row: PersonRow }) {
  const text = useText(registryMessages)
  return (
    <>
      <b>{row.nameMasked}</b> <span className="faint">{codeWord(text, 'sex', row.sex)}</span>{' '}
      {row.status !== 'active' && <Tag tone="amber">{codeWord(text, 'status', row.status)}</Tag>}
    </>
  )
}
