import { Link } from 'react-router'
import { count, day } from '../../../../ui/text/format.ts'
import { useLanguage } from '../../../../ui/text/language.ts'
import { useText } from '../../../../ui/text/use-text.ts'
import type { Load } from '../../contract.ts'
import { handOverMessages } from './messages-hand-over.ts'
import './hand-over.css'

/** Where the rows of a load are listed, of one place. */
const PAGES: Partial<Record<Load['code'], string>> = {
  files: '/desk/people?',
  archived: '/desk/people?status=archived&',
  plans: '/desk/visits/due?',
  matters: '/desk/matters?which=away&',
  needs: '/desk/pairing?',
  pairings: '/desk/pairing?',
  helpers: '/desk/pairing?',
  claims: '/desk/incentives?',
  standing: '/desk/work?',
  transfers: '/desk/people/transfers?',
  devices: '/desk/devices?',
  accounts: '/desk/accounts?',
}

/** What lies at a unit: how much, how much of it is late, and what becomes of it. Each number leads to its rows. */
export function LoadList({ unitCode, rows }: { unitCode: string; rows: readonly Load[] }) {
  const text = useText(handOverMessages)
  const language = useLanguage()
  if (rows.length === 0) return <p className="note">{text('handOver.holdsNothing')}</p>
  return (
    <table className="loads" aria-label={text('handOver.holds')}>
      <thead>
        <tr>
          <th scope="col">{text('handOver.what')}</th>
          <th scope="col">{text('handOver.count')}</th>
          <th scope="col">{text('handOver.due')}</th>
          <th scope="col">{text('handOver.goes')}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.code + (row.of?.code ?? '')}>
            <th scope="row">
              {text(`handOver.load.${row.code}`)}
              {row.of && <span className="faint"> · {language === 'en' ? row.of.en : row.of.zh}</span>}
            </th>
            <td>
              <HowMany row={row} place={unitCode.slice(0, 12)} />
            </td>
            <td>
              {row.dueOn && day(row.dueOn, Number(row.dueOn.slice(0, 4)))}
              {(row.overdue ?? 0) > 0 && <span className="amber"> {text('handOver.overdue', { count: row.overdue ?? 0 })}</span>}
            </td>
            <td className={row.goes === 'first' ? 'amber' : undefined}>{text(`handOver.goes.${row.goes}`)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function HowMany({ row, place }: { row: Load; place: string }) {
  const page = PAGES[row.code]
  return page === undefined ? count(row.count) : <Link to={`${page}place=${place}`}>{count(row.count)}</Link>
}
