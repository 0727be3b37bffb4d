import { Button } from 'antd'
import { Link, useNavigate } from 'react-router'
import { Tag } from '../../../../ui/parts/Tag.tsx'
import type { Column } from '../../../../ui/table/column.ts'
import { useText } from '../../../../ui/text/use-text.ts'
import type { DuplicateRow, PersonRow } from '../../contract.ts'
import { codeWord } from '../code-word.ts'
import { type RegistryText, registryMessages } from '../messages.ts'
import { useRegion } from '../use-region.ts'

export const duplicateColumns = (text: RegistryText, onDismiss: (row: DuplicateRow) => void): Column<DuplicateRow>[] => [
  { key: 'one', title: text('registry.duplicate.one'), draw: ({ person }) => <Side person={person} />, width: 300, card: 'title' },
  { key: 'other', title: text('registry.duplicate.other'), draw: ({ other }) => <Side person={other} />, width: 300 },
  {
    key: 'signs',
    title: text('registry.duplicate.signs'),
    draw: ({ signs }) => (
      <span className="tags">
        {signs.map((sign) => (
          <Tag key={sign} tone="amber">
            {text(`registry.duplicate.sign.${sign}`)}
          </Tag>
        ))}
      </span>
    ),
    width: 210,
  },
  { key: 'on', title: text('registry.duplicate.foundOn'), draw: ({ foundOn }) => foundOn, width: 110 },
  { key: 'act', title: text('registry.duplicate.act'), draw: (row) => <Acts row={row} onDismiss={onDismiss} />, width: 190 },
]

/** One of the two, masked: enough to see where they differ. */
function Side({ person }: { person: PersonRow }) {
  const text = useText(registryMessages)
  const station = useRegion(person.unitCode)
  const about = [codeWord(text, 'sex', person.sex), text('registry.age', { count: person.age }), station?.name].filter(Boolean).join(' · ')
  return (
    <span className="twin">
      <Link to={`/desk/people/${person.id}`}>{person.nameMasked}</Link> <span className="faint">{about}</span>
      <br />
      <span className="mono">{[person.citizenIdMasked, person.phoneMasked].filter(Boolean).join('  ')}</span>
    </span>
  )
}

function Acts({ row, onDismiss }: { row: DuplicateRow; onDismiss: (row: DuplicateRow) => void }) {
  const text = useText(registryMessages)
  const go = useNavigate()
  if (row.reason !== null) return <span className="soft">{row.reason}</span>
  // The fuller file is kept; the page of the merge can swap them.
  const [kept, gone] = row.other.completeness > row.person.completeness ? [row.other, row.person] : [row.person, row.other]
  return (
    <span className="row acts">
      {row.can.merge && (
        <Button onClick={() => void go(`/desk/people/${kept.id}/merge?with=${gone.id}`)}>{text('registry.duplicate.merge')}</Button>
      )}
      {row.can.dismiss && <Button onClick={() => onDismiss(row)}>{text('registry.duplicate.dismiss')}</Button>}
    </span>
  )
}
