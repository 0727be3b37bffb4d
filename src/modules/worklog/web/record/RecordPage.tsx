import { Button } from 'antd'
import { useState } from 'react'
import { Link, useParams } from 'react-router'
import type { z } from 'zod'
import { useView } from '../../../../ui/api/use-view.ts'
import { PageHead, Panel } from '../../../../ui/layout/Panel.tsx'
import { EmptyState } from '../../../../ui/parts/EmptyState.tsx'
import { KeyValue } from '../../../../ui/parts/KeyValue.tsx'
import { Tag } from '../../../../ui/parts/Tag.tsx'
import { Timeline } from '../../../../ui/parts/Timeline.tsx'
import { ViewState } from '../../../../ui/parts/ViewState.tsx'
import { minuteOf } from '../../../../ui/text/minute-of.ts'
import { useText } from '../../../../ui/text/use-text.ts'
import { getWork, type KindOnDesk, listWorkKinds, type WorkRecord } from '../../contract.ts'
import { EvidencePanel } from '../evidence/EvidencePanel.tsx'
import { answersOf, useKindWords } from '../kind-words.ts'
import { STATE_TONES } from '../list/work-columns.tsx'
import { type WorkText, workMessages } from '../messages.ts'
import { usePlaceNames } from '../use-place-names.ts'
import { recordPath } from '../work-path.ts'
import { CorrectDrawer } from './CorrectDrawer.tsx'
import { EndDrawer } from './EndDrawer.tsx'
import '../work.css'

type Seen = z.output<typeof getWork.output>

/** One record: what it says, what it is shown by, and what became of it. */
export function RecordPage() {
  const text = useText(workMessages)
  const { recordId = '' } = useParams()
  const query = useView(getWork, { recordId })
  const code = query.error?.problem.code
  if (code === 'not-found' || code === 'invalid-input')
    return (
      <EmptyState
        title={text('work.record.notFound')}
        words={text('work.record.notFoundWords')}
        action={<Link to="/desk/work">{text('work.record.crumb')}</Link>}
      />
    )
  return (
    <ViewState query={query} lines={8}>
      {(seen) => <OpenRecord key={seen.record.id} {...seen} />}
    </ViewState>
  )
}

function OpenRecord({ record, history }: Seen) {
  const [text, words] = [useText(workMessages), useKindWords()]
  const kinds = useView(listWorkKinds, { place: record.unitCode }, { staleTime: 60_000 })
  const kind = kinds.data?.kinds.find(({ code }) => code === record.kind)
  const [doing, setDoing] = useState<'correct' | 'end'>()
  const close = () => setDoing(undefined)
  const buttons = (
    <>
      {kind && record.can.correct && <Button onClick={() => setDoing('correct')}>{text('work.correct')}</Button>}
      {kind && record.can.end && <Button onClick={() => setDoing('end')}>{text('work.end')}</Button>}
    </>
  )
  return (
    <div className="work-record">
      <PageHead
        crumb={<Link to="/desk/work">{text('work.record.crumb')}</Link>}
        title={kind ? words.nameOf(kind) : record.kind}
        note={<Tag tone={STATE_TONES[record.state]}>{text(`work.state.${record.state}`)}</Tag>}
        actions={buttons}
      />
      <div className="work-record-two">
        <ContentPanel record={record} kind={kind} />
        <div className="work-record">
          <EvidencePanel record={record} />
          <Panel title={text('work.history')}>
            <Timeline label={text('work.history')} items={history.map((event) => itemOf(event, text))} />
          </Panel>
        </div>
      </div>
      {kind && doing === 'correct' && <CorrectDrawer record={record} kind={kind} onClose={close} />}
      {kind && doing === 'end' && <EndDrawer record={record} kind={kind} onClose={close} />}
    </div>
  )
}

const itemOf = ({ id, what, at, on, reason }: Seen['history'][number], text: WorkText) => ({
  key: `${id} ${what}`,
  when: minuteOf(at),
  title: text(`work.history.${what}`),
  words: [what === 'ended' ? `${text('work.until')} ${on}` : on, ...(reason ? [reason] : [])].join(' · '),
})

function ContentPanel({ record, kind }: { record: WorkRecord; kind: KindOnDesk | undefined }) {
  const [text, words] = [useText(workMessages), useKindWords()]
  const placeOf = usePlaceNames([record])
  const { organisation, people, correctsId } = record
  const rows = [
    { name: text(kind?.state ? 'work.since' : 'work.on'), value: record.on },
    ...(record.until === null ? [] : [{ name: text('work.until'), value: record.until }]),
    { name: text('work.unit'), value: placeOf(record.unitCode) },
    ...(organisation === null
      ? []
      : [
          { name: text('work.organisation'), value: `${organisation.name}${organisation.uscc === null ? '' : `（${organisation.uscc}）`}` },
        ]),
    ...answersOf(record, kind, words).map(({ name, answer }) => ({ name, value: answer })),
    ...(people.length === 0
      ? []
      : [{ name: text('work.who'), value: people.map(({ id, nameMasked }) => <Person key={id} id={id} name={nameMasked} />) }]),
    ...(record.counterReason === null ? [] : [{ name: text('work.reason'), value: record.counterReason }]),
    { name: text('work.record.recordedAt'), value: minuteOf(record.recordedAt) },
    ...(correctsId === null
      ? []
      : [{ name: text('work.record.replaced'), value: <Link to={recordPath(correctsId)}>{text('work.open')}</Link> }]),
  ]
  return (
    <Panel title={text('work.what')}>
      <KeyValue rows={rows} />
    </Panel>
  )
}

const Person = ({ id, name }: { id: string; name: string }) => (
  <Link className="work-person" to={`/desk/people/${id}`}>
    {name}
  </Link>
)
