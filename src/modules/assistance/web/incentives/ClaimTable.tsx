import { Link } from 'react-router'
import { Tag, type Tone } from '../../../../ui/parts/Tag.tsx'
import { WideTable } from '../../../../ui/table/WideTable.tsx'
import { useText } from '../../../../ui/text/use-text.ts'
import type { Claim, ClaimState } from '../../contract.ts'
import { useAssistWords } from '../use-assist-words.ts'
import { ClaimActs } from './ClaimActs.tsx'
import { incentiveMessages } from './messages-incentives.ts'

const TITLES = ['person', 'payee', 'policy', 'amount', 'state', 'next'] as const
const TONES: Readonly<Record<ClaimState, Tone>> = {
  drafted: 'plain',
  submitted: 'amber',
  checked: 'amber',
  approved: 'amber',
  sent: 'amber',
  paid: 'green',
  owedBack: 'red',
  clawedBack: 'plain',
  refused: 'plain',
}

/** Claims, the latest first, each with what may be done about it. */
export function ClaimTable({ claims }: { claims: readonly Claim[] }) {
  const text = useText(incentiveMessages)
  const words = useAssistWords()
  return (
    <WideTable label={text('incentive.claims')} titles={TITLES.map((title) => text(`incentive.${title}`))} numbers={[3]}>
      {claims.map((claim) => (
        <tr key={claim.id}>
          <th scope="row">{claim.nameMasked === null ? '—' : <Link to={`/desk/people/${claim.personId}`}>{claim.nameMasked}</Link>}</th>
          <td>
            {claim.payeeName}
            <small className="faint">{claim.payeeUscc}</small>
          </td>
          <td>
            {claim.rateName}
            <small className="faint">{text('incentive.began', { day: claim.beganOn })}</small>
          </td>
          <td className="number">{words.yuan(claim.amountFen)}</td>
          <td>
            {claim.returnedFor === null ? (
              <Tag tone={TONES[claim.state]}>{text(`incentive.stateOf.${claim.state}`)}</Tag>
            ) : (
              <Tag tone="red">{text('incentive.returned')}</Tag>
            )}
            {claim.returnedFor !== null && <small>{text('incentive.returnedFor', { reason: claim.returnedFor })}</small>}
            {claim.paidOn !== null && <small className="faint">{text('incentive.paidOn', { day: claim.paidOn })}</small>}
            {claim.refusedFor !== null && <small className="faint">{text('incentive.refusedFor', { reason: claim.refusedFor })}</small>}
            {claim.batchId !== null && claim.returnedFor === null && (
              <small>
                <Link to={`/desk/ledger/batches/${claim.batchId}`}>{text('incentive.batch')}</Link>
              </small>
            )}
          </td>
          <td>
            <ClaimActs claim={claim} />
            {claim.returnedFor !== null && <PayAgain batchId={claim.batchId} />}
          </td>
        </tr>
      ))}
    </WideTable>
  )
}

/** What came back is paid again from its batch: by whom, for who may not see it. */
function PayAgain({ batchId }: { batchId: string | null }) {
  const text = useText(incentiveMessages)
  if (batchId === null) return <small>{text('incentive.payAgainThere')}</small>
  return <Link to={`/desk/ledger/batches/${batchId}`}>{text('incentive.payAgain')}</Link>
}
