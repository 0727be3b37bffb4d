import { Link } from 'react-router'
import { Tag, type Tone } from '../../../../ui/parts/Tag.tsx'
import { WideTable } from '../../../../ui/table/WideTable.tsx'
import { useText } from '../../../../ui/text/use-text.ts'
import type { Grant, GrantState } from '../../contract.ts'
import { useAssistWords } from '../use-assist-words.ts'
import { GrantActs } from './GrantActs.tsx'
import { grantMessages } from './messages-grants.ts'

const TITLES = ['number', 'person', 'cause', 'fund', 'amount', 'state', 'next'] as const
const TONES: Readonly<Record<GrantState, Tone>> = {
  proposed: 'amber',
  approved: 'amber',
  refused: 'plain',
  paid: 'green',
  followedUp: 'green',
  sent: 'amber',
  cancelled: 'plain',
  takenBack: 'plain',
}

/** Grants, the latest first, each with what may be done about it. */
export function GrantTable({ grants }: { grants: readonly Grant[] }) {
  const text = useText(grantMessages)
  const words = useAssistWords()
  return (
    <WideTable label={text('assist.grant.list')} titles={TITLES.map((title) => text(`assist.grant.${title}`))} numbers={[4]}>
      {grants.map((grant) => (
        <tr key={grant.id}>
          <th scope="row">{text('assist.grant.numbered', { number: grant.number })}</th>
          <td>
            {grant.nameMasked === null ? '—' : <Link to={`/desk/matters/${grant.matterId}`}>{grant.nameMasked}</Link>}
            {grant.topUpReason !== null && <small className="faint">{text('assist.grant.toppedUp', { reason: grant.topUpReason })}</small>}
          </td>
          <td>{words.cause(grant.cause)}</td>
          <td>{grant.fundName}</td>
          <td className="number">{words.yuan(grant.amountFen)}</td>
          <td>
            {grant.returnedFor === null ? (
              <Tag tone={TONES[grant.state]}>{words.state(grant.state)}</Tag>
            ) : (
              <Tag tone="red">{text('assist.grant.returned')}</Tag>
            )}
            <StateNote grant={grant} />
          </td>
          <td>
            <GrantActs grant={grant} />
          </td>
        </tr>
      ))}
    </WideTable>
  )
}

function StateNote({
  grant: { outcome, refusedFor, papersMissing, papersLate, papersDueOn, batchId, returnedFor, undoneFor },
}: {
  grant: Grant
}) {
  const text = useText(grantMessages)
  const words = useAssistWords()
  const due = papersDueOn ?? ''
  return (
    <>
      {outcome !== null && <small className="faint">{words.outcome(outcome)}</small>}
      {batchId !== null && (
        <small>
          <Link to={`/desk/ledger/batches/${batchId}`}>{text('assist.grant.batch')}</Link>
        </small>
      )}
      {returnedFor !== null && <small>{text('assist.grant.returnedFor', { reason: returnedFor })}</small>}
      {undoneFor !== null && <small className="faint">{text('assist.grant.refusedFor', { reason: undoneFor })}</small>}
      {refusedFor !== null && <small className="faint">{text('assist.grant.refusedFor', { reason: refusedFor })}</small>}
      {papersMissing && (
        <small className={papersLate ? 'red' : 'faint'}>
          {text(papersLate ? 'assist.grant.papersLate' : 'assist.grant.papersMissing', { due })}
        </small>
      )}
    </>
  )
}
