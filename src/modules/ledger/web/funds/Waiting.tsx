import { Button } from 'antd'
import { useState } from 'react'
import type { z } from 'zod'
import { formatFen } from '../../../../kernel/fen.ts'
import type { RegionCode } from '../../../../kernel/region-code.ts'
import { useAction } from '../../../../ui/api/use-action.ts'
import { Panel } from '../../../../ui/layout/Panel.tsx'
import { ActsFailed } from '../../../../ui/parts/ActsFailed.tsx'
import { Refused } from '../../../../ui/parts/Refused.tsx'
import { useText } from '../../../../ui/text/use-text.ts'
import { approveMove, declineMove, type ProposalRow, receiveAllocation, type seeFunds } from '../../contract.ts'
import { ledgerMessages } from '../messages.ts'
import { LedgerTable } from '../parts.tsx'
import { useRefusalWords } from '../use-refusal-words.ts'

type Books = z.output<typeof seeFunds.output>

/** What waits for somebody: movements to be checked, and money sent from above. */
export function Waiting({ place, books }: { place: RegionCode; books: Books }) {
  const text = useText(ledgerMessages)
  const columns = [
    { title: text('ledger.what') },
    { title: text('ledger.amount'), isNumber: true },
    { title: text('ledger.memo') },
    { title: text('ledger.do') },
  ]
  return (
    <>
      {books.proposals.length > 0 && (
        <Panel title={text('ledger.waiting')} count={text('ledger.count', { count: books.proposals.length })}>
          <LedgerTable label={text('ledger.waiting')} columns={columns}>
            {books.proposals.map((one) => (
              <ProposalLine key={one.id} one={one} />
            ))}
          </LedgerTable>
        </Panel>
      )}
      {books.incoming.length > 0 && (
        <Panel title={text('ledger.incoming')} count={text('ledger.count', { count: books.incoming.length })}>
          <LedgerTable label={text('ledger.incoming')} columns={columns}>
            {books.incoming.map((one) => (
              <IncomingLine key={one.id} place={place} one={one} books={books} />
            ))}
          </LedgerTable>
        </Panel>
      )}
    </>
  )
}

function ProposalLine({ one }: { one: ProposalRow }) {
  const text = useText(ledgerMessages)
  const words = useRefusalWords()
  const approving = useAction(approveMove)
  const declining = useAction(declineMove)
  const names = { from: one.fromName ?? '', to: one.toName ?? '', place: one.toUnitCode ?? '' }
  return (
    <tr>
      <th scope="row">{text(`ledger.move.${one.kind}`, names)}</th>
      <td className="number">{formatFen(BigInt(one.amountFen))}</td>
      <td>{one.memo}</td>
      <td>
        <div className="ledger-actions">
          {one.can.approve && (
            <Button type="primary" size="small" loading={approving.sending} onClick={() => void approving.send({ proposalId: one.id })}>
              {text('ledger.approve')}
            </Button>
          )}
          {one.can.decline && (
            <Button size="small" loading={declining.sending} onClick={() => void declining.send({ proposalId: one.id })}>
              {text('ledger.decline')}
            </Button>
          )}
        </div>
        <Refused sentence={words(approving.refusal ?? declining.refusal)} />
        <ActsFailed acts={[approving, declining]} />
      </td>
    </tr>
  )
}

function IncomingLine({ place, one, books }: { place: RegionCode; one: Books['incoming'][number]; books: Books }) {
  const text = useText(ledgerMessages)
  const words = useRefusalWords()
  const receiving = useAction(receiveAllocation)
  const funds = books.accounts.filter(({ kind, purpose, isKept }) => kind === 'fund' && purpose === one.purpose && !isKept)
  const [accountId, setAccountId] = useState(funds[0]?.id ?? '')
  return (
    <tr>
      <th scope="row">{one.purpose ?? text('ledger.into')}</th>
      <td className="number">{formatFen(BigInt(one.amountFen))}</td>
      <td>{one.memo}</td>
      <td>
        {books.can.receive && funds.length > 0 && (
          <div className="ledger-actions">
            <select
              className="plain-select"
              aria-label={text('ledger.into')}
              value={accountId}
              onChange={(event) => setAccountId(event.target.value)}
            >
              {funds.map(({ id, name }) => (
                <option key={id} value={id}>
                  {name}
                </option>
              ))}
            </select>
            <Button
              type="primary"
              size="small"
              loading={receiving.sending}
              onClick={() => void receiving.send({ place, allocationId: one.id, accountId })}
            >
              {text('ledger.receive')}
            </Button>
          </div>
        )}
        <Refused sentence={words(receiving.refusal)} />
        <ActsFailed acts={[receiving]} />
      </td>
    </tr>
  )
}
