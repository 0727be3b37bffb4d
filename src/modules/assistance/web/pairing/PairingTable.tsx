import { Button } from 'antd'
import { useState } from 'react'
import { Link } from 'react-router'
import { Tag } from '../../../../ui/parts/Tag.tsx'
import { WideTable } from '../../../../ui/table/WideTable.tsx'
import type { Pairing } from '../../contract.ts'
import { EndDrawer } from './EndDrawer.tsx'
import { RenewDrawer } from './RenewDrawer.tsx'
import { usePairingWords } from './use-pairing-words.ts'
import { VisitDrawer } from './VisitDrawer.tsx'

const TITLES = ['person', 'helper', 'need', 'until', 'visits', 'state', 'next'] as const

const DRAWERS = { visit: VisitDrawer, renew: RenewDrawer, end: EndDrawer } as const
type Act = keyof typeof DRAWERS

/** Agreements with what may be done about each. */
export function PairingTable({ pairings, mayWrite }: { pairings: readonly Pairing[]; mayWrite: boolean }) {
  const words = usePairingWords()
  const { text } = words
  const [open, setOpen] = useState<{ act: Act; pairing: Pairing }>()
  const Drawer = open && DRAWERS[open.act]
  return (
    <>
      <WideTable label={text('pairing.agreements')} titles={TITLES.map((title) => text(`pairing.${title}`))}>
        {pairings.map((pairing) => (
          <tr key={pairing.id}>
            <th scope="row">
              {pairing.nameMasked === null ? '—' : <Link to={`/desk/people/${pairing.personId}`}>{pairing.nameMasked}</Link>}
            </th>
            <td>
              {pairing.helperMasked}
              <small className="faint">{words.helper(pairing.helperKind)}</small>
            </td>
            <td>{words.kinds(pairing.kinds)}</td>
            <td>
              {text('pairing.days', { from: pairing.beganOn, to: pairing.untilOn })}
              <small className="faint">{`${text('pairing.answers')} ${pairing.answersName}`}</small>
            </td>
            <td>
              <VisitsOf pairing={pairing} />
            </td>
            <td>
              <StateOf pairing={pairing} />
            </td>
            <td>
              {mayWrite && pairing.endedOn === null && (
                <div className="assist-buttons">
                  {(['visit', 'renew', 'end'] as const).map((act) => (
                    <Button key={act} size="small" onClick={() => setOpen({ act, pairing })}>
                      {text(`pairing.${act}`)}
                    </Button>
                  ))}
                </div>
              )}
            </td>
          </tr>
        ))}
      </WideTable>
      {open && Drawer && <Drawer pairing={open.pairing} onClose={() => setOpen(undefined)} />}
    </>
  )
}

function VisitsOf({ pairing: { visits, lastVisitOn, lastResult } }: { pairing: Pairing }) {
  const { text, result } = usePairingWords()
  if (lastVisitOn === null || lastResult === null) return <span className="faint">{text('pairing.visitedNone')}</span>
  return <>{text('pairing.visited', { count: visits, day: lastVisitOn, result: result(lastResult) })}</>
}

function StateOf({ pairing: { endedFor, endedOn, isOver, isRenewal } }: { pairing: Pairing }) {
  const { text, end } = usePairingWords()
  if (endedFor !== null) {
    return (
      <>
        <Tag tone="plain">{end(endedFor)}</Tag>
        <small className="faint">{endedOn}</small>
      </>
    )
  }
  return (
    <>
      <Tag tone={isOver ? 'red' : 'green'}>{text(isOver ? 'pairing.isOver' : 'pairing.standing')}</Tag>
      {isRenewal && <small className="faint">{text('pairing.renewed')}</small>}
    </>
  )
}
