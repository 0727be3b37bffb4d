import { Link } from 'react-router'
import { formatFen } from '../../../../kernel/fen.ts'
import { Panel } from '../../../../ui/layout/Panel.tsx'
import { EmptyState } from '../../../../ui/parts/EmptyState.tsx'
import { Tag } from '../../../../ui/parts/Tag.tsx'
import { useText } from '../../../../ui/text/use-text.ts'
import type { AccountRow } from '../../contract.ts'
import { ledgerMessages } from '../messages.ts'
import { LedgerTable } from '../parts.tsx'

/** The deepest step of the indent that the sheet knows: what lies deeper stands with it. */
const DEEPEST = 3

/** Funds in the order of their tree, each with how deep it lies. */
function inTree(accounts: readonly AccountRow[], parentId: string | null = null, depth = 0): { account: AccountRow; depth: number }[] {
  return accounts
    .filter((account) => account.kind === 'fund' && account.parentId === parentId)
    .flatMap((account) => [{ account, depth }, ...inTree(accounts, account.id, depth + 1)])
}

/** Funds with what is there, held and free; below them where money came from and went to. */
export function AccountTree({ accounts, closedThroughOn }: { accounts: readonly AccountRow[]; closedThroughOn: string | null }) {
  const text = useText(ledgerMessages)
  const others = accounts.filter(({ kind }) => kind !== 'fund')
  const side = closedThroughOn === null ? undefined : text('ledger.closed', { on: closedThroughOn })
  const columns = [
    { title: text('ledger.fund') },
    { title: text('ledger.available'), isNumber: true },
    { title: text('ledger.held'), isNumber: true },
    { title: text('ledger.balance'), isNumber: true },
  ]
  const tree = inTree(accounts)
  if (tree.length === 0)
    return (
      <Panel title={text('ledger.funds')} side={side}>
        <EmptyState title={text('ledger.none')} words={text('ledger.noneHint')} />
      </Panel>
    )
  return (
    <>
      <Panel title={text('ledger.funds')} side={side}>
        <LedgerTable label={text('ledger.funds')} columns={columns}>
          {tree.map(({ account, depth }) => (
            <tr key={account.id} data-depth={depth === 0 ? undefined : Math.min(depth, DEEPEST)}>
              <th scope="row">
                <Link to={`/desk/ledger/accounts/${account.id}`}>{account.name}</Link>
                {account.purpose !== null && <Tag tone="slate">{text('ledger.purpose', { purpose: account.purpose })}</Tag>}
              </th>
              <td className="number">
                <b>{formatFen(BigInt(account.availableFen))}</b>
              </td>
              <td className="number">{formatFen(BigInt(account.heldFen))}</td>
              <td className="number">{formatFen(BigInt(account.balanceFen))}</td>
            </tr>
          ))}
        </LedgerTable>
      </Panel>
      {others.length > 0 && (
        <Panel title={text('ledger.other')}>
          <LedgerTable
            label={text('ledger.other')}
            columns={[{ title: text('ledger.fund') }, { title: text('ledger.balance'), isNumber: true }]}
          >
            {others.map(({ id, name, balanceFen }) => (
              <tr key={id}>
                <th scope="row">
                  <Link to={`/desk/ledger/accounts/${id}`}>{name}</Link>
                </th>
                <td className="number">{formatFen(BigInt(balanceFen))}</td>
              </tr>
            ))}
          </LedgerTable>
        </Panel>
      )}
    </>
  )
}
