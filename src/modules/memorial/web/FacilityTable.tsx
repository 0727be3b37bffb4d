import { Link } from 'react-router'
import { Tag } from '../../../ui/parts/Tag.tsx'
import { WideTable } from '../../../ui/table/WideTable.tsx'
import type { Facility } from '../contract.ts'
import { facilityPath } from './paths.ts'
import { useMemorialWords } from './use-memorial-words.ts'

const TITLES = ['name', 'level', 'keeper', 'last', 'state', 'open'] as const

interface FacilityTableProps {
  facilities: readonly Facility[]
  /** Undefined where the reader records none. */
  chosen: ReadonlySet<string> | undefined
  onChoose: (id: string, isChosen: boolean) => void
}

/** The facilities, those that wait for this month's patrol first; a walk is put together by ticking. */
export function FacilityTable({ facilities, chosen, onChoose }: FacilityTableProps) {
  const { text, level } = useMemorialWords()
  return (
    <WideTable label={text('memorial.facilities')} titles={TITLES.map((title) => text(`memorial.${title}`))} numbers={[5]}>
      {facilities.map((one) => (
        <tr key={one.id}>
          <th scope="row">
            {chosen && (
              <input
                type="checkbox"
                className="memorial-tick"
                aria-label={text('memorial.choose', { name: one.name })}
                checked={chosen.has(one.id)}
                onChange={({ target }) => onChoose(one.id, target.checked)}
              />
            )}
            <Link to={facilityPath(one.id)}>{one.name}</Link>
          </th>
          <td>{level(one.level)}</td>
          <td>{one.keeper}</td>
          <td>{one.lastPatrolOn ?? <span className="faint">{text('memorial.never')}</span>}</td>
          <td>
            <Tag tone={one.isDue ? 'amber' : 'green'}>{text(one.isDue ? 'memorial.isDue' : 'memorial.isSeen')}</Tag>
          </td>
          <td className="number">{one.openRepairs}</td>
        </tr>
      ))}
    </WideTable>
  )
}
