import { Button } from 'antd'
import { useState } from 'react'
import { Link } from 'react-router'
import { useAction } from '../../../../ui/api/use-action.ts'
import { ErrorState } from '../../../../ui/parts/ErrorState.tsx'
import { Tag, type Tone } from '../../../../ui/parts/Tag.tsx'
import { WideTable } from '../../../../ui/table/WideTable.tsx'
import { useText } from '../../../../ui/text/use-text.ts'
import { confirmPayee, type PayeeChange, withdrawPayee } from '../../contract.ts'
import { Refused } from '../Refused.tsx'
import { DeclineDrawer } from './DeclineDrawer.tsx'
import { payeeMessages } from './messages-payees.ts'

const TONES: Readonly<Record<PayeeChange['state'], Tone>> = { waiting: 'amber', confirmed: 'green', declined: 'red', withdrawn: 'plain' }

interface TableProps {
  label: string
  changes: readonly PayeeChange[]
  /** Whether the reader may confirm what others entered. */
  canConfirm: boolean
}

/** Accounts as they were entered, each against what is paid now. */
export function ChangeTable({ label, changes, canConfirm }: TableProps) {
  const text = useText(payeeMessages)
  const [declining, setDeclining] = useState<PayeeChange>()
  const isWaiting = changes.some(({ state }) => state === 'waiting')
  const titles = [text('payee.name'), text('payee.account'), text('payee.before'), text('payee.evidence'), text('payee.state')]
  return (
    <>
      <WideTable label={label} className="benefit-wide" titles={isWaiting ? titles : titles.filter((_, at) => at !== 2)}>
        {changes.map((change) => (
          <tr key={change.id}>
            <th scope="row">
              <Link to={`/desk/people/${change.personId}`}>{change.nameMasked}</Link>
            </th>
            <td className="benefit-why">
              {text('payee.at', { bank: change.account.bank, account: change.account.accountMasked })}
              <br />
              {text('payee.holder', { name: change.holderMasked })} {change.isOtherName && <Tag tone="red">{text('payee.otherName')}</Tag>}
            </td>
            {isWaiting && (
              <td className="benefit-why">
                {change.before === null
                  ? text('payee.first')
                  : text('payee.at', { bank: change.before.bank, account: change.before.accountMasked })}
              </td>
            )}
            <td className="benefit-why">{change.evidence}</td>
            <td className="benefit-why">
              {change.state === 'waiting' ? (
                <Acts change={change} canConfirm={canConfirm} onDecline={() => setDeclining(change)} />
              ) : (
                <>
                  <Tag tone={TONES[change.state]}>{text(`payee.state.${change.state}`)}</Tag> {change.why}
                </>
              )}
            </td>
          </tr>
        ))}
      </WideTable>
      {declining && <DeclineDrawer change={declining} onClose={() => setDeclining(undefined)} />}
    </>
  )
}

interface ActsProps {
  change: PayeeChange
  canConfirm: boolean
  onDecline: () => void
}

/** Who entered it takes it back; somebody else confirms or declines. */
function Acts({ change: { id: changeId, isOwn, nameMasked }, canConfirm, onDecline }: ActsProps) {
  const text = useText(payeeMessages)
  const confirming = useAction(confirmPayee)
  const withdrawing = useAction(withdrawPayee)
  const refusal = confirming.refusal ?? withdrawing.refusal
  const problem = confirming.problem ?? withdrawing.problem
  return (
    <>
      {problem && <ErrorState problem={problem} slim />}
      <Refused sentence={refusal && text(`payee.refusal.${refusal.code}`)} />
      {isOwn && (
        <Button
          aria-label={text('payee.withdrawOf', { name: nameMasked })}
          loading={withdrawing.sending}
          onClick={() => void withdrawing.send({ changeId })}
        >
          {text('payee.withdraw')}
        </Button>
      )}
      {isOwn && <div className="faint">{text('payee.ownWaits')}</div>}
      {!isOwn && !canConfirm && <span className="faint">{text('payee.othersWait')}</span>}
      {!isOwn && canConfirm && (
        <div className="benefit-acts">
          <Button
            type="primary"
            aria-label={text('payee.confirmOf', { name: nameMasked })}
            loading={confirming.sending}
            onClick={() => void confirming.send({ changeId })}
          >
            {text('payee.confirm')}
          </Button>
          <Button aria-label={text('payee.declineOf', { name: nameMasked })} onClick={onDecline}>
            {text('payee.decline')}
          </Button>
        </div>
      )}
    </>
  )
}
