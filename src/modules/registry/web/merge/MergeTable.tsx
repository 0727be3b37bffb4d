import { useText } from '../../../../ui/text/use-text.ts'
import type { PersonFile } from '../../contract.ts'
import { type CodeList, codeWord } from '../code-word.ts'
import { registryMessages } from '../messages.ts'
import { shortPlace, useRegion } from '../use-region.ts'
import { compareFiles, type MergeField, type MergeRow } from './merge-fields.ts'

interface MergeTableProps {
  kept: PersonFile
  gone: PersonFile
  take: readonly MergeField[]
  onTake: (take: readonly MergeField[]) => void
}

/** One row a field; where both have a value, one of the two is ticked. */
export function MergeTable({ kept, gone, take, onTake }: MergeTableProps) {
  const text = useText(registryMessages)
  const rows = compareFiles(kept, gone)
  const differing = rows.filter(({ kind }) => kind === 'differs').length
  const choose = (field: MergeField, isGone: boolean) =>
    onTake(isGone ? [...take.filter((one) => one !== field), field] : take.filter((one) => one !== field))
  return (
    <table className="merge-table">
      <caption>{text('registry.merge.differ', { count: differing })}</caption>
      <thead>
        <tr>
          <th scope="col">{text('registry.merge.field')}</th>
          <th scope="col">
            {text('registry.merge.kept')} · {kept.nameMasked}
          </th>
          <th scope="col">
            {text('registry.merge.gone')} · {gone.nameMasked}
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <Line key={row.field} row={row} isGone={take.includes(row.field)} onChoose={(isGone) => choose(row.field, isGone)} />
        ))}
      </tbody>
    </table>
  )
}

function Line({ row, isGone, onChoose }: { row: MergeRow; isGone: boolean; onChoose: (isGone: boolean) => void }) {
  const text = useText(registryMessages)
  const field = text(`registry.field.${row.field}`)
  const side = (value: string | null, ofGone: boolean) => {
    const words = <Value field={row.field} value={value} />
    if (row.kind === 'same') return <span className="faint">{words}</span>
    if (row.kind === 'filled')
      return ofGone ? (
        <>
          {words} <span className="rule">{text('registry.merge.filled')}</span>
        </>
      ) : (
        words
      )
    if (row.kind === 'alone') return words
    return (
      <label className="merge-choice">
        <input
          type="radio"
          name={row.field}
          aria-label={`${text('registry.merge.use', { field })} ${value ?? ''}`}
          checked={isGone === ofGone}
          onChange={() => onChoose(ofGone)}
        />{' '}
        {words}
      </label>
    )
  }
  return (
    <tr>
      <th scope="row">{field}</th>
      <td>{side(row.kept, false)}</td>
      <td>{side(row.gone, true)}</td>
    </tr>
  )
}

const lists: Partial<Record<MergeField, CodeList>> = {
  politicalStatus: 'political',
  maritalStatus: 'marital',
  education: 'education',
  employment: 'employment',
  living: 'living',
}

function Value({ field, value }: { field: MergeField; value: string | null }) {
  const text = useText(registryMessages)
  const isRegion = field === 'householdRegion' || field === 'residenceRegion'
  const region = useRegion(isRegion ? value : null)
  const list = lists[field]
  if (value === null) return <span className="faint">{text('registry.file.unsaid')}</span>
  if (isRegion) return region ? shortPlace(region) : value
  return <span className="num">{list === undefined ? value : codeWord(text, list, value)}</span>
}
