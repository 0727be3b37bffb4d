import type { ReactNode } from 'react'
import { Link } from 'react-router'
import { PageHead } from '../../../../ui/layout/Panel.tsx'
import { EmptyState } from '../../../../ui/parts/EmptyState.tsx'
import { useText } from '../../../../ui/text/use-text.ts'
import type { RoundLine } from '../../contract.ts'
import { openRoundMessages } from '../open/messages-open.ts'
import { roundMessages } from './messages-rounds.ts'

/** Where there is no such round, or none that the reader may see. */
export function NoRound() {
  const text = useText(roundMessages)
  return (
    <EmptyState
      title={text('placement.round.notFound')}
      words={text('placement.round.notFoundWords')}
      action={<Link to="/desk/rounds">{text('placement.round.crumb')}</Link>}
    />
  )
}

interface RoundHeadProps {
  line: RoundLine
  /** Stands before the state, where the way is told. */
  way?: string
  actions: ReactNode
}

/** The head of a round of any way: where it stands, and where it is public. */
export function RoundHead({ line, way, actions }: RoundHeadProps) {
  const [text, open] = [useText(roundMessages), useText(openRoundMessages)]
  return (
    <PageHead
      crumb={
        <>
          <Link to="/desk/rounds">{text('placement.round.crumb')}</Link> · {way !== undefined && `${way} · `}
          {open(`placement.state.${line.state}`)}
          {line.state !== 'draft' && (
            <>
              {' '}
              ·{' '}
              <a href={`/open/rounds/${line.id}`} target="_blank" rel="noreferrer">
                {text('placement.round.screen')}
              </a>
            </>
          )}
          {line.state === 'closed' && (
            <>
              {' '}
              · <a href={`/open/verify?round=${line.id}`}>{text('placement.round.record')}</a>
            </>
          )}
        </>
      }
      title={line.title}
      actions={actions}
    />
  )
}

interface RoundProofProps {
  round: Readonly<Record<'present' | 'replacedWhy' | 'commitment' | 'seal', string | null>> & {
    readonly line: RoundLine
    readonly draw: { readonly source: string; readonly on: string }
  }
  /** What the way itself has to say. */
  children: ReactNode
}

/** What the room waits for, and what binds it. */
export function RoundProof({ round, children }: RoundProofProps) {
  const text = useText(roundMessages)
  const { draw, line, present, replacedWhy, commitment, seal } = round
  return (
    <div className="round-proof">
      {line.state === 'committed' && <p role="note">{text('placement.round.waitDraw', { day: draw.on, source: draw.source })}</p>}
      {line.state === 'drawn' && present === null && <p role="note">{text('placement.round.waitPresent')}</p>}
      {present !== null && <p>{text('placement.round.present', { name: present })}</p>}
      {children}
      {replacedWhy !== null && <p role="note">{text('placement.round.replacedWhy', { why: replacedWhy })}</p>}
      {commitment !== null && (
        <p>
          {text('placement.round.commitment')} <code>{commitment}</code>
        </p>
      )}
      {seal !== null && (
        <p>
          {text('placement.round.seal')} <code>{seal}</code>
        </p>
      )}
    </div>
  )
}
