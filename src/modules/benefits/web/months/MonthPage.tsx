import { useState } from 'react'
import { Link, useParams } from 'react-router'
import type { z } from 'zod'
import { formatFen } from '../../../../kernel/fen.ts'
import { useView } from '../../../../ui/api/use-view.ts'
import { PageHead, Panel } from '../../../../ui/layout/Panel.tsx'
import { Meter } from '../../../../ui/parts/Meter.tsx'
import { Strip } from '../../../../ui/parts/Strip.tsx'
import { Tag } from '../../../../ui/parts/Tag.tsx'
import { ViewState } from '../../../../ui/parts/ViewState.tsx'
import { count } from '../../../../ui/text/format.ts'
import { useText } from '../../../../ui/text/use-text.ts'
import { type LineReason, seeMonth } from '../../contract.ts'
import { useBenefitWords } from '../use-benefit-words.ts'
import { WideTable } from '../WideTable.tsx'
import { MonthLines } from './MonthLines.tsx'
import { STATE_TONES } from './MonthsPage.tsx'
import { monthMessages } from './messages-months.ts'
import { PayMonth } from './PayMonth.tsx'
import { SettleMonth } from './SettleMonth.tsx'
import '../benefits.css'

type Seen = z.output<typeof seeMonth.output>

/** A month of pay: its sums, what differs and why, whom it could not compute, and each line with what it comes from. */
export function MonthPage() {
  const { runId = '' } = useParams()
  const text = useText(monthMessages)
  const query = useView(seeMonth, { runId }, { every: ({ run }) => (run.state === 'queued' ? 1_500 : false) })
  return (
    <div className="benefit-page">
      <ViewState query={query}>
        {(seen) => (
          <>
            <PageHead
              title={`${seen.run.month} ${text('months.title')}`}
              crumb={<Link to="/desk/benefits/months">{text('months.all')}</Link>}
              note={
                <Tag tone={STATE_TONES[seen.run.state]}>
                  {text(seen.run.payState === null ? `months.state.${seen.run.state}` : `months.pay.${seen.run.payState}`)}
                </Tag>
              }
            />
            <Month seen={seen} />
          </>
        )}
      </ViewState>
    </div>
  )
}

function Month({ seen }: { seen: Seen }) {
  const text = useText(monthMessages)
  const { run } = seen
  const [why, setWhy] = useState<LineReason>()
  if (run.state === 'queued')
    return (
      <Panel title={text('months.state.queued')}>
        <div className="benefit-words" role="status">
          <Meter name={text('run.progress')} done={run.done} all={run.people} unit={text('run.unit')} />
        </div>
        <SettleMonth runId={run.id} can={seen.can} />
      </Panel>
    )
  return (
    <>
      <Sums run={run} />
      {run.settledWhy !== null && <p className="benefit-words">{text('run.returned', { why: run.settledWhy })}</p>}
      <SettleMonth runId={run.id} can={seen.can} />
      {run.state === 'approved' && <PayMonth runId={run.id} />}
      <Reasons seen={seen} onSee={setWhy} />
      {seen.failures.length > 0 && <Failures failures={seen.failures} />}
      <MonthLines key={why ?? 'all'} runId={run.id} why={why} onAll={() => setWhy(undefined)} />
      <Frozen seen={seen} />
    </>
  )
}

function Sums({ run: { totalFen, recoverFen, people, lines, failed } }: { run: Seen['run'] }) {
  const text = useText(monthMessages)
  const yuan = (fen: string | null) => formatFen(BigInt(fen ?? '0'))
  return (
    <Strip
      label={text('months.title')}
      figures={[
        { key: 'total', label: text('run.total'), value: yuan(totalFen), unit: text('run.yuan') },
        { key: 'recover', label: text('run.recover'), value: yuan(recoverFen), unit: text('run.yuan') },
        { key: 'people', label: text('run.people'), value: people, unit: text('run.unit') },
        { key: 'lines', label: text('run.lines'), value: lines ?? 0, unit: text('run.count') },
        {
          key: 'failed',
          label: text('run.failed'),
          value: failed ?? 0,
          unit: text('run.unit'),
          ...((failed ?? 0) > 0 ? { tone: 'red' as const } : {}),
        },
      ]}
    />
  )
}

function Reasons({ seen: { byReason, byClass }, onSee }: { seen: Seen; onSee: (why: LineReason) => void }) {
  const text = useText(monthMessages)
  const words = useBenefitWords()
  return (
    <>
      <Panel title={text('run.byReason')}>
        <WideTable label={text('run.byReason')} titles={[text('run.reason'), text('months.people'), text('months.total'), text('run.see')]}>
          {byReason.map(({ why, people, amountFen }) => (
            <tr key={why}>
              <th scope="row">{text(`why.${why}`)}</th>
              <td className="number">{count(people)}</td>
              <td className="number">{formatFen(BigInt(amountFen))}</td>
              <td className="number">
                <button
                  type="button"
                  className="benefit-link"
                  onClick={() => onSee(why)}
                  aria-label={`${text('run.see')} ${text(`why.${why}`)}`}
                >
                  {text('run.see')}
                </button>
              </td>
            </tr>
          ))}
        </WideTable>
      </Panel>
      <Panel title={text('run.byClass')}>
        <WideTable label={text('run.byClass')} titles={[text('run.class'), text('months.people'), text('months.total')]}>
          {byClass.map(({ classCode, people, amountFen }) => (
            <tr key={classCode}>
              <th scope="row">{words.held({ classCode, grade: null, cause: null })}</th>
              <td className="number">{count(people)}</td>
              <td className="number">{formatFen(BigInt(amountFen))}</td>
            </tr>
          ))}
        </WideTable>
      </Panel>
    </>
  )
}

function Failures({ failures }: { failures: Seen['failures'] }) {
  const text = useText(monthMessages)
  const words = useBenefitWords()
  return (
    <Panel title={text('run.failures')} tone="late">
      <p className="benefit-words">{text('run.failuresWords')}</p>
      <WideTable label={text('run.failures')} titles={[text('wait.name'), text('run.class'), text('run.why')]}>
        {failures.map(({ personId, nameMasked, classCode, why }) => (
          <tr key={`${personId} ${classCode}`}>
            <th scope="row">
              <Link to={`/desk/people/${personId}`}>{nameMasked}</Link>
            </th>
            <td className="number">{words.held({ classCode, grade: null, cause: null })}</td>
            <td className="benefit-why">{text(`fail.${why}`)}</td>
          </tr>
        ))}
      </WideTable>
    </Panel>
  )
}

function Frozen({ seen: { run, versions, factsHash } }: { seen: Seen }) {
  const text = useText(monthMessages)
  return (
    <Panel title={text('run.frozen')}>
      <div className="benefit-words benefit-frozen">
        <p>{text('run.versions', { on: run.knownOn, versions: versions.join('、') })}</p>
        {factsHash !== null && <p className="faint">{text('run.hash', { hash: factsHash })}</p>}
      </div>
    </Panel>
  )
}
