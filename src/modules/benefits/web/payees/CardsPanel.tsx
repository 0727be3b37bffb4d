import { Button, Input } from 'antd'
import { useState } from 'react'
import type { z } from 'zod'
import type { UnitCode } from '../../../../kernel/region-code.ts'
import { useAction } from '../../../../ui/api/use-action.ts'
import { useView } from '../../../../ui/api/use-view.ts'
import { Panel } from '../../../../ui/layout/Panel.tsx'
import { ErrorState } from '../../../../ui/parts/ErrorState.tsx'
import { ViewState } from '../../../../ui/parts/ViewState.tsx'
import { WideTable } from '../../../../ui/table/WideTable.tsx'
import { useText } from '../../../../ui/text/use-text.ts'
import { confirmFilled, fillPayees, listCards, type listPayees } from '../../contract.ts'
import { Refused } from '../Refused.tsx'
import { payeeMessages } from './messages-payees.ts'

type Seen = z.output<typeof listPayees.output>

interface PanelProps {
  unitCode: UnitCode
  fromFiles: Seen['fromFiles']
  can: Seen['can']
}

/** Cards that files name: one says of which bank they are and enters them, another confirms them all. */
export function CardsPanel({ unitCode, fromFiles, can }: PanelProps) {
  const text = useText(payeeMessages)
  if (!can.fill && fromFiles.length === 0) return null
  return (
    <Panel title={text('payee.cards')} count={text('payee.count', { count: fromFiles.reduce((all, { count }) => all + count, 0) })}>
      {fromFiles.length > 0 && <Filled unitCode={unitCode} fromFiles={fromFiles} canConfirm={can.confirmFilled} />}
      {can.fill && <Unfilled unitCode={unitCode} />}
    </Panel>
  )
}

function Filled({ unitCode, fromFiles, canConfirm }: Omit<PanelProps, 'can'> & { canConfirm: boolean }) {
  const text = useText(payeeMessages)
  const confirming = useAction(confirmFilled)
  const confirm = () => void confirming.send({ unitCode })
  return (
    <>
      {confirming.problem && <ErrorState problem={confirming.problem} onRetry={confirm} slim />}
      <Refused sentence={confirming.refusal && text(`payee.refusal.${confirming.refusal.code}`)} />
      {fromFiles.map(({ bank, count }) => (
        <p key={bank} className="benefit-words">
          {text('payee.filledOf', { bank, count })}
        </p>
      ))}
      {canConfirm && (
        <div className="benefit-buttons">
          <Button type="primary" loading={confirming.sending} onClick={confirm}>
            {text('payee.confirmFilled')}
          </Button>
        </div>
      )}
    </>
  )
}

const wordsFor = (without: number, groups: number) => (without === 0 ? 'payee.allKnown' : groups === 0 ? 'payee.noCards' : 'payee.without')

function Unfilled({ unitCode }: { unitCode: UnitCode }) {
  const text = useText(payeeMessages)
  const query = useView(listCards, { unitCode })
  const filling = useAction(fillPayees)
  const [banks, setBanks] = useState<Readonly<Record<string, string>>>({})
  return (
    <ViewState query={query}>
      {({ without, groups, isPart }) => (
        <>
          <p className="benefit-words">
            {text(wordsFor(without, groups.length), { count: without })} {isPart && text('payee.isPart')}
          </p>
          {filling.problem && <ErrorState problem={filling.problem} slim />}
          <Refused sentence={filling.refusal && text(`payee.refusal.${filling.refusal.code}`)} />
          {groups.length > 0 && (
            <WideTable
              label={text('payee.cards')}
              className="benefit-wide"
              titles={[text('payee.prefix'), text('payee.number'), text('payee.bank'), text('payee.fill')]}
              numbers={[1]}
            >
              {groups.map(({ prefix, cards }) => (
                <tr key={prefix}>
                  <th scope="row">{text('payee.begins', { prefix })}</th>
                  <td className="number">{cards}</td>
                  <td>
                    <Input
                      size="middle"
                      maxLength={60}
                      aria-label={text('payee.bankOf', { prefix })}
                      value={banks[prefix] ?? ''}
                      onChange={(event) => setBanks({ ...banks, [prefix]: event.target.value })}
                    />
                  </td>
                  <td>
                    <Button
                      aria-label={text('payee.fillOf', { prefix })}
                      loading={filling.sending}
                      disabled={(banks[prefix] ?? '').trim().length < 2}
                      onClick={() => void filling.send({ unitCode, prefix, bank: (banks[prefix] ?? '').trim() })}
                    >
                      {text('payee.fill')}
                    </Button>
                  </td>
                </tr>
              ))}
            </WideTable>
          )}
        </>
      )}
    </ViewState>
  )
}
