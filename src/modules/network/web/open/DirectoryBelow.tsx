import { Link } from 'react-router'
import { WideTable } from '../../../../ui/table/WideTable.tsx'
import { count } from '../../../../ui/text/format.ts'
import { useLanguage } from '../../../../ui/text/language.ts'
import { useText } from '../../../../ui/text/use-text.ts'
import type { OpenDirectory } from '../../contract-open.ts'
import { openUnitMessages } from './messages-open.ts'
import { Phone } from './OpenUnitCard.tsx'
import { openUnitsPath } from './open-path.ts'

/** The places below with their own units: the directory as it would be printed. Nothing where nothing lies below. */
export function DirectoryBelow({ directory: { children, below } }: { directory: OpenDirectory }) {
  const text = useText(openUnitMessages)
  const language = useLanguage()
  if (children.length === 0) return null
  // The words of tiers are those of the region, and Chinese.
  const title =
    below === null || language === 'en'
      ? text('network.open.belowAny', { count: children.length })
      : text('network.open.below', { tier: below, count: children.length })
  return (
    <section>
      <h2>{title}</h2>
      <WideTable
        label={title}
        titles={(['place', 'unit', 'address', 'phone', 'hours', 'count'] as const).map((key) => text(`network.open.${key}`))}
        numbers={[5]}
      >
        {children.map(({ code, name, units, own }) => (
          <tr key={code}>
            <th scope="row">
              <Link to={openUnitsPath(code)}>{name}</Link>
            </th>
            <td>{own?.name ?? <span className="faint">{text('network.open.none')}</span>}</td>
            <td>{own?.address}</td>
            <td className="keep-line">{own && <Phone number={own.phone} />}</td>
            <td>{own?.openingHours}</td>
            <td className="number">{count(units)}</td>
          </tr>
        ))}
      </WideTable>
    </section>
  )
}
