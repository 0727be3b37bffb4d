import { Link } from 'react-router'
import type { Column } from '../../../ui/table/column.ts'
import type { Text } from '../../../ui/text/use-text.ts'
import type { FigureRow, Indicator } from '../contract.ts'
import { kindText, wordText } from './fact-words.ts'
import { figureText, unitText } from './figure-words.ts'
import type { IndicatorsKey } from './messages.ts'
import type { PlaceNames } from './use-place-names.ts'

/** The columns of the rows behind a figure, which is of a kind of unit: money in yuan. A row of one person leads to the file. */
export const rowColumns = (text: Text<IndicatorsKey>, names: PlaceNames, unit: Indicator['unitKind']): Column<FigureRow>[] => [
  { key: 'on', title: text('indicators.rows.on'), draw: (row) => row.on, width: 110 },
  { key: 'kind', title: text('indicators.rows.kind'), draw: (row) => kindText(row.kind), width: 130, card: 'title' },
  { key: 'unit', title: text('indicators.rows.unit'), draw: (row) => names(row.unitCode), width: 260 },
  {
    key: 'dimensions',
    title: text('indicators.rows.dimensions'),
    draw: (row) => Object.values(row.dimensions).map(wordText).join(' · '),
    width: 240,
  },
  { key: 'people', title: text('indicators.rows.people'), draw: (row) => <People text={text} ids={row.personIds} />, width: 120 },
  {
    key: 'counts',
    title: text('indicators.rows.counts', { unit: unitText(unit, text) }),
    draw: (row) => figureText(row.counts, unit),
    width: 120,
    align: 'right',
  },
]

function People({ text, ids }: { text: Text<IndicatorsKey>; ids: readonly string[] }) {
  const [first] = ids
  if (first === undefined) return '–'
  return ids.length === 1 ? (
    <Link to={`/desk/people/${first}`}>{text('indicators.rows.open')}</Link>
  ) : (
    text('indicators.rows.many', { count: ids.length })
  )
}
