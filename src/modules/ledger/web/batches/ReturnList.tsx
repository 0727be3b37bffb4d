import { minuteInChina } from '../../../../kernel/china-time.ts'
import { useText } from '../../../../ui/text/use-text.ts'
import type { ReturnSeen } from '../../contract.ts'
import { ledgerMessages } from '../messages.ts'
import { LedgerTable } from '../parts.tsx'
import { useRefusalWords } from '../use-refusal-words.ts'

/** Return files as they were brought: how far each is, what it settled, or why nothing of it was taken. */
export function ReturnList({ returns }: { returns: readonly ReturnSeen[] }) {
  const text = useText(ledgerMessages)
  return (
    <div aria-live="polite">
      <LedgerTable
        label={text('ledger.returns')}
        columns={[{ title: text('ledger.returnName') }, { title: text('ledger.day') }, { title: text('ledger.returnOutcome') }]}
      >
        {returns.map((one) => (
          <tr key={one.id}>
            <th scope="row">{one.fileName}</th>
            <td className="ledger-day">{minuteInChina(one.at)}</td>
            <td>
              <Outcome of={one} />
            </td>
          </tr>
        ))}
      </LedgerTable>
    </div>
  )
}

function Outcome({ of }: { of: ReturnSeen }) {
  const text = useText(ledgerMessages)
  const words = useRefusalWords()
  if (of.refusal) return <span className="refused">{words(of.refusal)}</span>
  if (of.state === 'taken') return text('ledger.taken', { paid: of.paid.count, returned: of.returned.count, repeated: of.repeated })
  return of.count === null ? text('ledger.reading') : text('ledger.settling', { done: of.done, count: of.count })
}
