import { Button } from 'antd'
import { lazy, Suspense, useState } from 'react'
import { Link } from 'react-router'
import type { z } from 'zod'
import { useAccount } from '../../../../ui/api/use-session.ts'
import { useView } from '../../../../ui/api/use-view.ts'
import { Alarm } from '../../../../ui/parts/Alarm.tsx'
import { count } from '../../../../ui/text/format.ts'
import { useText } from '../../../../ui/text/use-text.ts'
import { orphans } from '../../contract.ts'
import { handOverMessages } from './messages-hand-over.ts'
import './hand-over.css'

// The alarm stands on the page of today and has nothing to say on most days: its drawer comes when it is opened.
const HandOverDrawer = lazy(() => import('./HandOverDrawer.tsx').then((module) => ({ default: module.HandOverDrawer })))

/** Files that hang at a station that has ended, with the button that hands them over; nothing where there are none. */
export function OrphansAlarm({ place }: { place: string }) {
  const text = useText(handOverMessages)
  const { grants } = useAccount()
  const [chosen, setChosen] = useState<string>()
  const input = { place: place.slice(0, 12) } as z.input<typeof orphans.input>
  const { data } = useView(orphans, input, { enabled: grants.includes('unit.write'), live: ['person.registered', 'unit.open'] })
  const rows = data?.rows ?? []
  return (
    <>
      {rows.length > 0 && (
        <Alarm title={text('orphans.title', { files: count(rows.reduce((sum, { files }) => sum + files, 0)) })}>
          <ul className="orphans">
            {rows.map((row) => (
              <li key={row.unitCode}>
                <Link to={`/desk/people?place=${row.unitCode.slice(0, 12)}`}>{row.name}</Link>
                <span>
                  {text('orphans.files', { count: count(row.files) })} · {text(`orphans.${row.why}`, { on: row.on })}
                </span>
                {row.isUnderWay && <span className="faint">{text('orphans.underWay')}</span>}
                {data?.can.handOver && <Button onClick={() => setChosen(row.unitCode)}>{text('handOver.open')}</Button>}
              </li>
            ))}
          </ul>
        </Alarm>
      )}
      {chosen !== undefined && (
        <Suspense>
          <HandOverDrawer unitCode={chosen} onClose={() => setChosen(undefined)} />
        </Suspense>
      )}
    </>
  )
}
