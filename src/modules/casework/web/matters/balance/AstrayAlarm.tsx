import { Link } from 'react-router'
import { useAccount } from '../../../../../ui/api/use-session.ts'
import { useView } from '../../../../../ui/api/use-view.ts'
import { Icon } from '../../../../../ui/parts/Icon.tsx'
import { useText } from '../../../../../ui/text/use-text.ts'
import { listAstray } from '../../../contract.ts'
import { chinaDay, clockTime } from '../../clock-time.ts'
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
  const checked = data.checkedAt === null ? '' : `${chinaDay(data.checkedAt)} ${clockTime(data.checkedAt)}`
  if (count === 0) return isBrief || checked === '' ? null : <p className="faint">{text('matters.astray.checked', { at: checked })}</p>
  return (
    <div className="state-box error" data-slim="true" role="alert">
      <Icon name="warning" />
      <div>
        <p className="t">
          {text('matters.astray.title', { count })} {isBrief && <Link to="/desk/matters/balance">{text('matters.astray.look')}</Link>}
        </p>
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
      </div>
    </div>
  )
}
