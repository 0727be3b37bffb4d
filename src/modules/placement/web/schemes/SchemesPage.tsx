import { Button } from 'antd'
import { useState } from 'react'
import { Link } from 'react-router'
import type { UnitCode } from '../../../../kernel/region-code.ts'
import { useAction } from '../../../../ui/api/use-action.ts'
import { useAccount } from '../../../../ui/api/use-session.ts'
import { useView } from '../../../../ui/api/use-view.ts'
import { PageHead, Panel } from '../../../../ui/layout/Panel.tsx'
import { ErrorState } from '../../../../ui/parts/ErrorState.tsx'
import { Refused } from '../../../../ui/parts/Refused.tsx'
import { Tag } from '../../../../ui/parts/Tag.tsx'
import { ViewState } from '../../../../ui/parts/ViewState.tsx'
import { Wide } from '../../../../ui/table/WideTable.tsx'
import { useText } from '../../../../ui/text/use-text.ts'
import { approveScheme, listSchemes, type SchemeEntry } from '../../contract.ts'
import { cohortMessages } from '../cohorts/messages-cohorts.ts'
import { points } from '../points.ts'
import { EnterSchemeDrawer } from './EnterSchemeDrawer.tsx'
import { schemeMessages } from './messages-schemes.ts'
import '../placement.css'

/** The versions of the score table, and what each does otherwise than the one before it. */
export function SchemesPage() {
  const text = useText(schemeMessages)
  const cohorts = useText(cohortMessages)
  const unitCode = useAccount().unitCode as UnitCode
  const [isEntering, setEntering] = useState(false)
  const query = useView(listSchemes, { place: unitCode })
  return (
    <div className="placement-page">
      <PageHead
        crumb={<Link to="/desk/placement">{cohorts('cohorts.title')}</Link>}
        title={text('schemes.title')}
        note={text('schemes.note')}
        actions={
          query.data?.can.enter && (
            <Button type="primary" size="middle" onClick={() => setEntering(true)}>
              {text('schemes.enter')}
            </Button>
          )
        }
      />
      <ViewState query={query}>
        {({ schemes }) => schemes.map((entry) => <SchemePanel key={entry.id ?? entry.scheme.version} entry={entry} />)}
      </ViewState>
      {isEntering && query.data && (
        <EnterSchemeDrawer unitCode={unitCode} basis={query.data.schemes[0]?.scheme} onClose={() => setEntering(false)} />
      )}
    </div>
  )
}

function SchemePanel({ entry: { id, scheme, isInForce, diff, can } }: { entry: SchemeEntry }) {
  const text = useText(schemeMessages)
  const { leavingFrom: from, leavingTo: to, source, title, version, items } = scheme
  return (
    <Panel
      title={`${title} · ${version}`}
      count={text('schemes.items', { count: items.length })}
      side={<Tag tone={isInForce ? 'green' : 'amber'}>{text(isInForce ? 'schemes.inForce' : 'schemes.waits')}</Tag>}
    >
      <p className="panel-words">
        {to === null ? text('schemes.since', { from }) : text('schemes.between', { from, to })}
        <br />
        <span className="faint">{text('schemes.source', { source })}</span>
      </p>
      {diff && <Diff diff={diff} />}
      {can.approve && id !== null && <ApproveButton id={id} />}
      <details className="panel-words">
        <summary>{text('schemes.all')}</summary>
        <ItemTable items={scheme.items} />
      </details>
    </Panel>
  )
}

function ApproveButton({ id }: { id: string }) {
  const text = useText(schemeMessages)
  const form = useAction(approveScheme)
  const approve = () => void form.send({ id })
  return (
    <div className="panel-words">
      {form.problem && <ErrorState problem={form.problem} onRetry={approve} slim />}
      <Refused sentence={form.refusal && text(`schemes.refusal.${form.refusal.code}`)} />
      <Button type="primary" loading={form.sending} onClick={approve}>
        {text('schemes.approve')}
      </Button>
    </div>
  )
}

function Diff({ diff }: { diff: NonNullable<SchemeEntry['diff']> }) {
  const text = useText(schemeMessages)
  const { added, removed, changed, isServiceChanged, beforeVersion: version } = diff
  const lines = [
    ...changed.map(({ before, after }) =>
      text('schemes.changed', { item: after.zh, before: points(before.points), after: points(after.points) }),
    ),
    ...added.map((item) => text('schemes.added', { item: item.zh, points: points(item.points) })),
    ...removed.map((item) => text('schemes.removed', { item: item.zh, points: points(item.points) })),
    ...(isServiceChanged ? [text('schemes.serviceChanged')] : []),
  ]
  return (
    <div className="panel-words">
      <b>{lines.length === 0 ? text('schemes.same', { version }) : text('schemes.diff', { version, count: lines.length })}</b>
      <ul className="scheme-diff">
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </div>
  )
}

function ItemTable({ items }: { items: SchemeEntry['scheme']['items'] }) {
  const text = useText(schemeMessages)
  return (
    <Wide label={text('schemes.all')}>
      <table className="plain-table">
        <thead>
          <tr>
            <th scope="col">{text('schemes.item')}</th>
            <th scope="col">{text('schemes.points')}</th>
            <th scope="col">{text('schemes.unit')}</th>
          </tr>
        </thead>
        <tbody>
          {items.map(({ code, zh, points: each, unit, atLeast }) => (
            <tr key={code}>
              <th scope="row">{zh}</th>
              <td className="number">{points(each)}</td>
              <td>
                {text(`schemes.unit.${unit}`)}
                {atLeast !== undefined && ` ${text('schemes.atLeast', { count: atLeast })}`}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Wide>
  )
}
