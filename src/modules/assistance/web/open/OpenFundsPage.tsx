import { EmptyState } from '../../../../ui/parts/EmptyState.tsx'
import { LoadingState } from '../../../../ui/parts/LoadingState.tsx'
import { PageHeading } from '../../../../ui/plain/PageHeading.tsx'
import { ReadFailed } from '../../../../ui/plain/ReadFailed.tsx'
import { WideTable } from '../../../../ui/table/WideTable.tsx'
import { useText } from '../../../../ui/text/use-text.ts'
import type { OpenFund, OpenReport } from '../../contract-open.ts'
import { useAssistWords } from '../use-assist-words.ts'
import { FollowGift } from './FollowGift.tsx'
import { openFundMessages } from './messages-open.ts'
import { useOpenFunds } from './use-open-funds.ts'
import '../assist.css'

/** What funds have published, and the way to follow a gift. */
export function OpenFundsPage() {
  const text = useText(openFundMessages)
  const { data, isError, refetch } = useOpenFunds()
  return (
    <div className="assist-open">
      <PageHeading title={text('assist.open.title')} />
      <p className="lead">{text('assist.open.lead')}</p>
      <FollowGift />
      {isError && <ReadFailed sentence={text('assist.open.failed')} onRetry={() => void refetch()} />}
      {data === undefined && !isError && <LoadingState />}
      {data?.length === 0 && <EmptyState title={text('assist.open.none')} words={text('assist.open.noneWords')} />}
      {data?.map((fund) => (
        <FundSection key={fund.id} fund={fund} />
      ))}
    </div>
  )
}

function FundSection({ fund: { name, kind, unitName, purpose, permit, raisingFrom: from, raisingTo: to, reports } }: { fund: OpenFund }) {
  const text = useText(openFundMessages)
  const words = useAssistWords()
  return (
    <section className="big">
      <h2>{name}</h2>
      <p>
        {unitName} · {words.kind(kind)} · {purpose}
      </p>
      {permit !== null && from !== null && (
        <p>{to === null ? text('assist.open.raising', { permit, from }) : text('assist.open.raisingUntil', { permit, from, to })}</p>
      )}
      {reports.length === 0 && <p>{text('assist.open.noReports')}</p>}
      {reports.map((report) => (
        <ReportShown key={report.id} report={report} />
      ))}
    </section>
  )
}

/** Words whose days no end of a line cuts in two. */
const keepDays = (words: string) =>
  words.split(/(\d{4}-\d{2}-\d{2})/).map((part, at) =>
    at % 2 === 0 ? (
      part
    ) : (
      <span key={part} className="keep">
        {part}
      </span>
    ),
  )

function ReportShown({ report }: { report: OpenReport }) {
  const text = useText(openFundMessages)
  const words = useAssistWords()
  const { kind, from, to, lines } = report
  const title = text('assist.open.period', { kind: words.report(kind), from, to })
  const sums = [
    [text('assist.open.before'), report.beforeFen],
    [text('assist.open.received', { count: report.donations }), report.receivedFen],
    [text('assist.open.given', { count: lines.length }), report.givenFen],
    [text('assist.open.after'), report.afterFen],
    [text('assist.open.goods'), report.goodsFen],
  ] as const
  return (
    <details className="assist-report" open>
      <summary>{keepDays(title)}</summary>
      <WideTable label={title} titles={sums.map(([name]) => name)} numbers={[0, 1, 2, 3, 4]}>
        <tr>
          {sums.map(([name, fen]) => (
            <td key={name} className="number">
              {words.yuan(fen)}
            </td>
          ))}
        </tr>
      </WideTable>
      {lines.length > 0 && (
        <WideTable
          label={`${title} ${text('assist.open.line')}`}
          titles={(['line', 'cause', 'amount', 'paidOn', 'outcome'] as const).map((key) => text(`assist.open.${key}`))}
          numbers={[2]}
        >
          {lines.map(({ number, cause, amountFen, paidOn, outcome }) => (
            <tr key={number}>
              <th scope="row">{number}</th>
              <td>{words.cause(cause)}</td>
              <td className="number">{words.yuan(amountFen)}</td>
              <td>{paidOn}</td>
              <td>{outcome === null ? text('assist.open.waiting') : words.outcome(outcome)}</td>
            </tr>
          ))}
        </WideTable>
      )}
    </details>
  )
}
