import { Link } from 'react-router'
import { minuteInChina } from '../../../../../kernel/china-time.ts'
import { useAccount } from '../../../../../ui/api/use-session.ts'
import { useView } from '../../../../../ui/api/use-view.ts'
import { Alarm } from '../../../../../ui/parts/Alarm.tsx'
import { useText } from '../../../../../ui/text/use-text.ts'
import { listAstray } from '../../../contract.ts'
import { useWordsOf } from '../words-of.ts'
import { qualityMessages } from './messages-quality.ts'
import '../matters.css'

/** What the hourly reconciler found at the reader's place, and how many matters that is. */
export function useAstray() {
  const { unitCode, grants } = useAccount()
  const { data } = useView(listAstray, { place: unitCode }, { enabled: grants.includes('matter.survey') })
  return { data, count: (data?.rows ?? []).reduce((sum, { matterIds }) => sum + matterIds.length, 0) }
}

/** Says in red which matters cannot be accounted for, and of which units; nothing where all can. On the page of today it links to the balance. */
export function AstrayAlarm({ isBrief = false }: { isBrief?: boolean }) {
  const text = useText(qualityMessages)
  const wordsOf = useWordsOf()
  const { data, count } = useAstray()
  if (!data) return null
  const checked = data.checkedAt === null ? '' : minuteInChina(data.checkedAt)
  if (count === 0) return isBrief || checked === '' ? null : <p className="faint">{text('matters.astray.checked', { at: checked })}</p>
  return (
    <Alarm
      title={
        <>
          {text('matters.astray.title', { count })} {isBrief && <Link to="/desk/matters/balance">{text('matters.astray.look')}</Link>}
        </>
      }
    >
      {!isBrief &&
        data.rows.map((row) => (
          <p key={`${row.unitCode}${row.typeCode}`}>
            {text('matters.astray.words', {
              unit: row.unitCode,
              type: wordsOf(row.typeName),
              numbers: row.matterIds.map((id) => id.slice(-6)).join('、'),
            })}
          </p>
        ))}
      {!isBrief && checked !== '' && <p className="faint">{text('matters.astray.checked', { at: checked })}</p>}
    </Alarm>
  )
}
