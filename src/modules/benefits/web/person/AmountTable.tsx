import { formatFen } from '../../../../kernel/fen.ts'
import { useText } from '../../../../ui/text/use-text.ts'
import type { AmountLine } from '../../contract.ts'
import { useBenefitWords } from '../use-benefit-words.ts'
import { WideTable } from '../WideTable.tsx'
import { personMessages } from './messages-person.ts'

/** Each amount with the sum it comes from, the table and the article. */
export function AmountTable({ lines }: { lines: readonly AmountLine[] }) {
  const text = useText(personMessages)
  const sentence = useSumSentence()
  return (
    <WideTable label={text('due.table')} titles={[text('due.month'), text('due.amount'), text('due.why')]}>
      {lines.map((line) => (
        <tr key={`${line.month} ${line.kind} ${line.classCode}`}>
          <th scope="row">{line.month}</th>
          <td className="number">{formatFen(BigInt(line.amountFen))}</td>
          <td className="benefit-why">
            {sentence(line)}
            <br />
            <span className="faint">{text('due.source', { article: line.article, title: line.title })}</span>
            {line.paidIn !== line.month && <b> {text('due.paidIn', { month: line.paidIn })}</b>}
          </td>
        </tr>
      ))}
    </WideTable>
  )
}

/** The sum that an amount comes from, in words. */
export function useSumSentence(): (line: Pick<AmountLine, 'kind' | 'key' | 'annualFen' | 'times' | 'layer'>) => string {
  const text = useText(personMessages)
  const words = useBenefitWords()
  return ({ kind, key, annualFen, times, layer }) => {
    const values = { key: words.key(key), annual: words.yuan(annualFen), times, layer: text(`due.layer.${layer}`) }
    if (kind !== 'pension') return text(`due.${kind}`, values)
    return text(key.classCode === 'RURAL60' ? 'due.pensionTimes' : 'due.pension', values)
  }
}
