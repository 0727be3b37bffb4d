import { useEffect, useRef } from 'react'
import { Link } from 'react-router'
import { Panel } from '../../../ui/layout/Panel.tsx'
import { Icon } from '../../../ui/parts/Icon.tsx'
import { useText } from '../../../ui/text/use-text.ts'
import type { BoundFigure, Brief } from '../contract.ts'
import { briefMessages } from './messages.ts'
import { OpenMonths } from './OpenMonths.tsx'

/** The page of the rows behind a figure. */
export const rowsPath = ({ code, word, place, period }: BoundFigure): string =>
  `/desk/network/rows?${new URLSearchParams({ code, place, from: period.from, to: period.to, ...(word === undefined ? {} : { word }) })}`

/** Every number of a brief with what it is bound to; the chosen one is in view. */
export function FiguresPanel({ brief, chosen }: { brief: Brief; chosen: string | undefined }) {
  const text = useText(briefMessages)
  const { figures, unlockedCount, openMonths, needsLocked } = brief
  return (
    <Panel title={text('briefs.check')} count={text('briefs.count', { count: figures.length })}>
      <div className="brief-box">
        <p className="brief-check">
          <Icon name="done" /> {text('briefs.checkBound', { count: figures.length })}
        </p>
        {unlockedCount > 0 && (
          <p className="brief-check" data-tone="amber">
            <Icon name="warning" /> {text(needsLocked ? 'briefs.checkNeedsLocked' : 'briefs.checkUnlocked', { count: unlockedCount })}
          </p>
        )}
        <OpenMonths months={openMonths} />
        <ol className="brief-sources">
          {figures.map((figure) => (
            <Source key={figure.key} figure={figure} knownOn={brief.knownOn} isChosen={figure.key === chosen} />
          ))}
        </ol>
      </div>
    </Panel>
  )
}

function Source({ figure, knownOn, isChosen }: { figure: BoundFigure; knownOn: string; isChosen: boolean }) {
  const text = useText(briefMessages)
  const ref = useRef<HTMLLIElement>(null)
  useEffect(() => {
    if (isChosen) ref.current?.scrollIntoView({ block: 'nearest' })
  }, [isChosen])
  const { label, words, against, period } = figure
  return (
    <li ref={ref} data-chosen={isChosen || undefined}>
      <div>
        <b>{words}</b>
        <p className="faint">
          {label}
          {against && ` · ${text(`briefs.change.${against}`)}`}
        </p>
        <p className="faint">
          <span>{text('briefs.days', period)}</span> · <span>{text('briefs.at', { on: knownOn })}</span>
        </p>
      </div>
      <Link to={rowsPath(figure)} aria-label={text('briefs.rowsOf', { name: `${label} ${words}` })}>
        {text('briefs.rows')}
      </Link>
    </li>
  )
}
