import { Link } from 'react-router'
import { isWithin, rangeOf } from '../../../kernel/region-code.ts'
import { useAccount } from '../../../ui/api/use-session.ts'
import { PageHead } from '../../../ui/layout/Panel.tsx'
import { Choice } from '../../../ui/parts/Choice.tsx'
import { Icon } from '../../../ui/parts/Icon.tsx'
import { useLanguage } from '../../../ui/text/language.ts'
import { Marked } from '../../../ui/text/Marked.tsx'
import { useText } from '../../../ui/text/use-text.ts'
import { answer } from './answer.ts'
import type { Dashboard, Looking } from './dashboard-parts.ts'
import { ExportTiles } from './ExportTiles.tsx'
import { instantText } from './figure-words.ts'
import { indicatorsMessages } from './messages.ts'
import { PERIOD_KINDS } from './period.ts'
import { calledName } from './tier-name.ts'
import type { DashboardPlace } from './use-dashboard-place.ts'

interface HeadProps {
  page: Dashboard
  at: DashboardPlace
  looking: Looking
  tier: string
}

/** The sentence that answers, the way up inside one's range, the period and the export. */
export function DashboardHead({ page, at, looking, tier }: HeadProps) {
  const text = useText(indicatorsMessages)
  const language = useLanguage()
  const asOf = text('indicators.asOf', { at: instantText(page.asOfAt, language) })
  const pace = looking.focus === 'visitedShare' ? text('indicators.pace', { ...looking.target }) : undefined
  const periods = PERIOD_KINDS.map((kind) => ({ value: kind, label: text(`indicators.period.${kind}`) }))
  return (
    <PageHead
      crumb={<WayUp page={page} />}
      title={<Marked text={answer(text, page, { ...looking, tier })} />}
      note={
        <>
          {asOf}
          {pace && <span className="pace">{pace}</span>}
        </>
      }
      actions={
        <>
          <Choice label={text('indicators.period.label')} options={periods} value={at.kind} onChange={(period) => at.go({ period })} />
          <ExportTiles page={page} looking={looking} />
        </>
      }
    />
  )
}

/** The places above, as far as one's own range goes. Nothing where one stands at its top. */
function WayUp({ page }: { page: Dashboard }) {
  const text = useText(indicatorsMessages)
  const account = useAccount()
  const own = rangeOf(account.unitCode.slice(0, 12) as typeof page.place.code)
  const above = page.path.filter(({ code }) => code !== page.place.code && isWithin(code, own) && rangeOf(code).hi <= own.hi)
  if (above.length === 0) return null
  return (
    <nav aria-label={text('indicators.path')} className="way-up">
      {above.map(({ code, name }) => (
        <span key={code}>
          <Link to={{ search: `?place=${code}` }}>{name}</Link>
          <Icon name="right" size={10} />
        </span>
      ))}
      <span>{calledName(page.place)}</span>
    </nav>
  )
}
