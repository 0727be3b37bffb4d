import { Link, useParams } from 'react-router'
import { useView } from '../../../../../ui/api/use-view.ts'
import { PageHead, Panel } from '../../../../../ui/layout/Panel.tsx'
import { EmptyState } from '../../../../../ui/parts/EmptyState.tsx'
import { ViewState } from '../../../../../ui/parts/ViewState.tsx'
import { useText } from '../../../../../ui/text/use-text.ts'
import { listKinds, type MatterKind } from '../../../contract.ts'
import { articleWords } from '../due-words.tsx'
import { matterMessages } from '../messages.ts'
import { useWordsOf } from '../words-of.ts'
import { StateDrawing } from './StateDrawing.tsx'
import '../matters.css'

/** How a kind of matter goes: its drawing, its steps, its deadlines with their articles, its papers. */
export function KindPage() {
  const text = useText(matterMessages)
  const { code = '' } = useParams()
  const query = useView(listKinds, { typeCode: code })
  if (query.error?.problem.code === 'invalid-input') return <EmptyState title={text('matters.matter.notFound')} />
  return (
    <ViewState query={query} lines={10}>
      {({ kinds: [kind] }) => (kind ? <Kind kind={kind} /> : <EmptyState title={text('matters.matter.notFound')} />)}
    </ViewState>
  )
}

function Kind({ kind }: { kind: MatterKind }) {
  const text = useText(matterMessages)
  const wordsOf = useWordsOf()
  return (
    <>
      <PageHead
        crumb={<Link to="/desk/matters/kinds">{text('matters.kinds.title')}</Link>}
        title={wordsOf(kind.name)}
        note={`${text('matters.kinds.version', { version: kind.version })} · ${kind.articles.map((article) => articleWords(article, text)).join('；')}`}
      />
      <div className="matter-stack">
        <Panel title={text('matters.kinds.drawing')}>
          <StateDrawing kind={kind} />
        </Panel>
        <Panel title={text('matters.kinds.steps')}>
          <Steps kind={kind} />
        </Panel>
        <Panel title={text('matters.kinds.clocks')}>
          <Clocks kind={kind} />
        </Panel>
      </div>
    </>
  )
}

function Steps({ kind }: { kind: MatterKind }) {
  const text = useText(matterMessages)
  const wordsOf = useWordsOf()
  const stateOf = (code: string) => wordsOf(kind.states.find((state) => state.code === code)?.name ?? { zh: code, en: code })
  return (
    <table className="plain-table">
      <thead>
        <tr>
          <th>{text('matters.kinds.step')}</th>
          <th>{text('matters.kinds.from')}</th>
          <th>{text('matters.kinds.to')}</th>
          <th>{text('matters.kinds.by')}</th>
        </tr>
      </thead>
      <tbody>
        {kind.steps.map((step) => (
          <tr key={step.code}>
            <th scope="row">{wordsOf(step.name)}</th>
            <td>{step.from.map(stateOf).join('、')}</td>
            <td>{stateOf(step.to)}</td>
            <td>{step.by.map((seat) => text(`matters.seat.${seat}`)).join('、')}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function Clocks({ kind }: { kind: MatterKind }) {
  const text = useText(matterMessages)
  const wordsOf = useWordsOf()
  return (
    <table className="plain-table">
      <tbody>
        {kind.clocks.map((clock) => (
          <tr key={clock.code}>
            <th scope="row">{wordsOf(clock.name)}</th>
            <td>
              {text(clock.kind === 'working' ? 'matters.kinds.working' : 'matters.kinds.days', { count: clock.days })}
              {clock.extension !== null && ` · ${text('matters.kinds.extension', { count: clock.extension })}`}
            </td>
            <td>{text(`matters.seat.${clock.owner}`)}</td>
            <td>{articleWords(clock.article, text)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
