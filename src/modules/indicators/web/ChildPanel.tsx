import { Link } from 'react-router'
import { RegionCode } from '../../../kernel/region-code.ts'
import { Panel } from '../../../ui/layout/Panel.tsx'
import { Icon } from '../../../ui/parts/Icon.tsx'
import { count } from '../../../ui/text/format.ts'
import { Marked } from '../../../ui/text/Marked.tsx'
import { useText } from '../../../ui/text/use-text.ts'
import { type Dashboard, figureOf, type Looking, shareOf, type Tile } from './dashboard-parts.ts'
import { figureText, unitText } from './figure-words.ts'
import { missingTo } from './focus.ts'
import { Moving } from './Moving.tsx'
import { indicatorsMessages } from './messages.ts'
import { daysLeft } from './period.ts'
import { restPath, rowsPath } from './rows-path.ts'
import { calledName } from './tier-name.ts'
import type { DashboardPlace } from './use-dashboard-place.ts'
import { WorstBelow } from './WorstBelow.tsx'

interface ChildProps {
  page: Dashboard
  child: Tile
  at: DashboardPlace
  looking: Looking & { today: Dashboard['period']['to'] }
}

/** The tile that was pressed: how far it is, who is furthest behind below it, and the rows. */
export function ChildPanel({ page, child, at, looking }: ChildProps) {
  const text = useText(indicatorsMessages)
  const share = shareOf(figureOf(child.figures, looking.focus))
  const overdue = figureOf(child.figures, 'overdueContacts')?.value ?? 0
  const code = RegionCode.parse(child.key)
  return (
    <Panel
      title={calledName(child)}
      tone="chosen"
      side={
        <button
          type="button"
          className="icon-button"
          aria-label={text('indicators.child.close')}
          onClick={() => at.go({ chosen: undefined })}
        >
          <Icon name="close" size={14} />
        </button>
      }
      foot={<RowsFoot page={page} child={child} looking={looking} />}
    >
      <div className="child-figure">
        <p>
          <b className={share && share.value < looking.target.now ? 'big amber' : 'big'}>
            <Moving value={share?.value} of={`${child.key}${looking.focus}${page.period.from}`}>
              {figureText(share?.value, 'percent')}
            </Moving>
            <small>%</small>
          </b>
          {share && (
            <span className="soft">
              {text(`indicators.child.of.${looking.focus}`, { numerator: count(share.numerator), denominator: count(share.denominator) })}
            </span>
          )}
        </p>
        {share && <Gap share={share} looking={looking} />}
        <button type="button" className="link" onClick={() => at.go({ place: child.key })}>
          {text('indicators.child.enter', { place: calledName(child) })} <Icon name="right" size={11} />
        </button>
      </div>
      <WorstBelow place={code} page={page} looking={looking} onOpen={(place) => at.go({ place })} />
      {overdue > 0 && (
        <p className="child-overdue">
          <Link to={rowsPath({ code: 'overdueContacts', place: code, period: page.period })}>{text('indicators.child.overdue')}</Link>
          <b className="red push">{text('indicators.child.overdueCount', { count: count(overdue) })}</b>
        </p>
      )}
    </Panel>
  )
}

function Gap({ share, looking }: { share: { numerator: number; denominator: number }; looking: ChildProps['looking'] }) {
  const text = useText(indicatorsMessages)
  const { focus, target, kind, indicators } = looking
  const missing = missingTo(target.now, share.numerator, share.denominator)
  if (missing === 0) return <p className="soft">{text('indicators.child.reached', { target: target.now })}</p>
  const over = indicators.get(indicators.get(focus)?.over ?? '')
  const words = { target: target.now, missing: count(missing), unit: unitText(over?.unitKind ?? 'person', text) }
  const sentence =
    focus === 'visitedShare'
      ? text('indicators.child.gap', { ...words, period: text(`indicators.period.${kind}`), days: daysLeft(kind, looking.today) })
      : text('indicators.child.gapStanding', words)
  return (
    <p className="soft">
      <Marked text={sentence} />
    </p>
  )
}

/** The panel ends in the rows: those who are missing, and those who are counted. */
function RowsFoot({ page, child, looking }: Pick<ChildProps, 'page' | 'child' | 'looking'>) {
  const text = useText(indicatorsMessages)
  const { focus, indicators } = looking
  const share = shareOf(figureOf(child.figures, focus))
  if (!share) return null
  const place = RegionCode.parse(child.key)
  const over = indicators.get(indicators.get(focus)?.over ?? '')
  const rest = share.denominator - share.numerator
  return (
    <div className="child-foot">
      {rest > 0 && (
        <Link className="plain-button" to={restPath(focus, { place, period: page.period })}>
          {text(`indicators.child.rest.${focus}`, { count: count(rest) })}
        </Link>
      )}
      {share.numerator > 0 && (
        <Link className="plain-button" to={rowsPath({ code: focus, place, period: page.period })}>
          {text('indicators.child.rows', { count: count(share.numerator), unit: unitText(over?.unitKind ?? 'person', text) })}
        </Link>
      )}
    </div>
  )
}
