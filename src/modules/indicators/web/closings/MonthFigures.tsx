import { useView } from '../../../../ui/api/use-view.ts'
import { Panel } from '../../../../ui/layout/Panel.tsx'
import { ViewState } from '../../../../ui/parts/ViewState.tsx'
import { useLanguage } from '../../../../ui/text/language.ts'
import { useText } from '../../../../ui/text/use-text.ts'
import * as contract from '../../contract.ts'
import { changeText, figureText, unitText } from '../figure-words.ts'
import { indicatorsMessages } from '../messages.ts'
import { ClosingSteps } from './ClosingSteps.tsx'
import { closingMessages } from './messages-closings.ts'
import { StateTag } from './StateTag.tsx'

type Line = contract.SeenClosing['lines'][number]

const hasMoved = ({ live, stated }: Line): boolean => stated !== undefined && stated.value !== live.value

/** The figures now and as they were confirmed, and what can be done about them. */
export function MonthFigures({ seen }: { seen: contract.SeenClosing }) {
  const text = useText(closingMessages)
  const moved = seen.lines.filter(hasMoved).length
  const due = seen.isOver ? text('closings.due', { on: seen.dueOn }) : text('closings.notOver', { on: `${seen.month}` })
  return (
    <Panel title={text('closings.figures')} count={due} side={<StateTag closing={seen.versions.at(-1)} />}>
      {moved > 0 && <p className="closing-words">{text('closings.correction', { count: moved })}</p>}
      <FigureTable lines={seen.lines} />
      <ClosingSteps seen={seen} isCorrection={seen.versions.some(({ state }) => state === 'locked')} />
    </Panel>
  )
}

function FigureTable({ lines }: { lines: readonly Line[] }) {
  const text = useText(closingMessages)
  const list = useView(contract.list, {}, { staleTime: 600_000 })
  const heads = ['live', 'stated', 'difference'] as const
  return (
    <ViewState query={list} lines={lines.length}>
      {({ rows }) => (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard (WCAG 2.1.1)
        <section className="closing-wide" aria-label={text('closings.figures')} tabIndex={0}>
          <table>
            <thead>
              <tr>
                <th scope="col">{text('closings.what')}</th>
                {heads.map((head) => (
                  <th key={head} scope="col" className="number">
                    {text(`closings.${head}`)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {lines.map((line) => (
                <FigureLine key={line.code} line={line} indicator={rows.find(({ code }) => code === line.code)} />
              ))}
            </tbody>
          </table>
        </section>
      )}
    </ViewState>
  )
}

function FigureLine({ line, indicator }: { line: Line; indicator: contract.Indicator | undefined }) {
  const words = useText(indicatorsMessages)
  const language = useLanguage()
  const kind = indicator?.unitKind ?? 'item'
  const change = hasMoved(line) ? changeText(line.live, line.stated, indicator ?? { unitKind: kind }) : ''
  const name = language === 'en' ? indicator?.en : indicator?.zh
  return (
    <tr data-moved={hasMoved(line) || undefined}>
      <th scope="row">
        {name ?? line.code} <small>{unitText(kind, words)}</small>
      </th>
      <td className="number">{figureText(line.live.value, kind, indicator?.form)}</td>
      <td className="number">{line.stated ? figureText(line.stated.value, kind, indicator?.form) : '–'}</td>
      <td className="number">{change}</td>
    </tr>
  )
}
