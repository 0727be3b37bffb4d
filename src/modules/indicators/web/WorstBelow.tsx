import type { RegionCode } from '../../../kernel/region-code.ts'
import { useView } from '../../../ui/api/use-view.ts'
import { ViewState } from '../../../ui/parts/ViewState.tsx'
import { count } from '../../../ui/text/format.ts'
import { useText } from '../../../ui/text/use-text.ts'
import * as network from '../../network/contract.ts'
import * as contract from '../contract.ts'
import type { Dashboard, Looking } from './dashboard-parts.ts'
import { figureText } from './figure-words.ts'
import { MINIMUM, missingTo } from './focus.ts'
import { indicatorsMessages } from './messages.ts'
import { useTierBelow } from './tier-name.ts'

const SHOWN = 8

interface WorstProps {
  place: RegionCode
  page: Dashboard
  looking: Looking
  onOpen: (code: string) => void
}

/** The places below that lack most of the target, in heads and not in per cent: that is where work waits. */
export function WorstBelow({ place, page, looking, onOpen }: WorstProps) {
  const text = useText(indicatorsMessages)
  const { focus, target, indicators } = looking
  const live = indicators.get(focus)?.facts ?? []
  const query = useView(contract.ranking, { code: focus, place, period: page.period, minimum: MINIMUM }, { live })
  const tree = useView(network.children, { place }, { staleTime: 600_000 })
  const tier = useTierBelow(tree.data)
  return (
    <>
      <h3 className="sub">{text('indicators.child.worst', { tier })}</h3>
      <ViewState query={query}>
        {({ rows }) => {
          const behind = rows
            .map((row) => ({ ...row, missing: missingTo(target.now, row.numerator, row.denominator) }))
            .filter(({ missing }) => missing > 0)
            .toSorted((a, b) => b.missing - a.missing || (a.code < b.code ? -1 : 1))
          if (rows.length === 0) return <p className="pad faint">{text('indicators.child.noBelow')}</p>
          if (behind.length === 0) return <p className="pad faint">{text('indicators.child.allReached')}</p>
          return (
            <table className="rank worst">
              <tbody>
                {behind.slice(0, SHOWN).map((row) => (
                  <tr key={row.code}>
                    <td>
                      <button type="button" className="link" onClick={() => onOpen(row.code)}>
                        {row.shortName}
                      </button>
                    </td>
                    <td className="r soft">{text('indicators.child.missing', { count: count(row.missing) })}</td>
                    <td className="r">
                      <b>{figureText(row.value, 'percent')}</b>
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          )
        }}
      </ViewState>
    </>
  )
}
