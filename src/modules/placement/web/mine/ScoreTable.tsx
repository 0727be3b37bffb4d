import { useText } from '../../../../ui/text/use-text.ts'
import type { MyRound } from '../../contract-receipts.ts'
import { points } from '../open/words-of-board.ts'
import { receiptMessages } from './messages-receipts.ts'

const hundredths = (value: number): string => (value / 100).toFixed(2)

/** What each line was worth, and what they come to. */
export function ScoreTable({ round }: { round: MyRound }) {
  const text = useText(receiptMessages)
  const { marks } = round
  const more = [
    ['placement.mine.exam', marks.exam],
    ['placement.mine.appraisal', marks.appraisal],
  ] as const
  return (
    <table>
      <thead>
        <tr>
          <th scope="col">{text('placement.mine.item')}</th>
          <th scope="col">{text('placement.mine.quantity')}</th>
          <th scope="col">{text('placement.mine.points')}</th>
        </tr>
      </thead>
      <tbody>
        {round.lines.map((line) => (
          <tr key={line.item}>
            <td>{line.zh}</td>
            <td>{line.quantity}</td>
            <td>{hundredths(line.points)}</td>
          </tr>
        ))}
        <tr className="sum-row">
          <td colSpan={2}>{text('placement.mine.sum')}</td>
          <td>{hundredths(marks.service)}</td>
        </tr>
        {more
          .filter(([, mark]) => mark !== 0)
          .map(([key, mark]) => (
            <tr key={key}>
              <td colSpan={2}>{text(key)}</td>
              <td>{hundredths(mark)}</td>
            </tr>
          ))}
        <tr className="sum-row">
          <td colSpan={2}>{text('placement.mine.composite')}</td>
          <td>{points(round.composite)}</td>
        </tr>
      </tbody>
    </table>
  )
}
