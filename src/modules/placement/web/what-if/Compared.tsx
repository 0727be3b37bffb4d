import type { z } from 'zod'
import { Panel } from '../../../../ui/layout/Panel.tsx'
import { Wide } from '../../../../ui/table/WideTable.tsx'
import { useText } from '../../../../ui/text/use-text.ts'
import type { Trial, tryRound } from '../../contract.ts'
import { EffectsChart, type NamedOutcome, SideChart } from './EffectsChart.tsx'
import { partsOf } from './effects.ts'
import { whatIfMessages } from './messages-what-if.ts'

type Outcome = z.output<typeof tryRound.output>

/** What came of each rule: pictures, and the same in a table. */
export function Compared({ trials, compared }: { trials: readonly Trial[]; compared: Outcome }) {
  const text = useText(whatIfMessages)
  const outcomes: NamedOutcome[] = [
    { key: 'draft', name: text('whatIf.ofDraft'), tried: compared.draft },
    ...compared.trials.flatMap((tried, at) => {
      const trial = trials[at]
      return trial ? [{ key: String(at), name: `${at + 1} ${text(`whatIf.way.${trial.way}`)}`, tried }] : []
    }),
  ]
  return (
    <Panel title={text('whatIf.result')}>
      <p className="panel-words" role="note">
        {text('whatIf.stated', { stated: compared.stated, assumed: compared.assumed })}
        {compared.assumed > 0 && text('whatIf.assumed')}
      </p>
      <EffectsChart outcomes={outcomes} />
      <SideChart outcomes={outcomes} />
      <EffectsTable outcomes={outcomes} />
    </Panel>
  )
}

const COLUMNS = ['rule', 'placed', 'unplaced', 'notListed', 'atHome', 'envyShort', 'unfilled'] as const

function EffectsTable({ outcomes }: { outcomes: readonly NamedOutcome[] }) {
  const text = useText(whatIfMessages)
  const [first, second] = [text('whatIf.wish', { wish: 1 }), text('whatIf.wish', { wish: 2 })]
  return (
    <Wide isComparing label={text('whatIf.result')}>
      <table className="plain-table">
        <thead>
          <tr>
            {COLUMNS.map((key) => (
              <th key={key} scope="col">
                {text(`whatIf.${key}`)}
              </th>
            ))}
            <th scope="col">{first}</th>
            <th scope="col">{second}</th>
          </tr>
        </thead>
        <tbody>
          {outcomes.map(({ key, name, tried: { effects } }) => (
            <tr key={key}>
              <th scope="row">{name}</th>
              {effects === null ? (
                <td colSpan={COLUMNS.length + 1}>{text('whatIf.tooLarge')}</td>
              ) : (
                [
                  ['placed', effects.placed],
                  ['unplaced', effects.unplaced],
                  ['notListed', effects.notListed],
                  ['atHome', effects.atHome],
                  ['envious', effects.envious],
                  ['unfilled', effects.unfilledSeats],
                  ['wish1', partsOf(effects).wish1],
                  ['wish2', partsOf(effects).wish2],
                ].map(([which, value]) => (
                  <td key={which} className="number">
                    {value}
                  </td>
                ))
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </Wide>
  )
}
