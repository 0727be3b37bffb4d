import { Button } from 'antd'
import { Suspense } from 'react'
import { useAccount } from '../../../../ui/api/use-session.ts'
import { useView } from '../../../../ui/api/use-view.ts'
import { PageHead, Panel } from '../../../../ui/layout/Panel.tsx'
import { EmptyState } from '../../../../ui/parts/EmptyState.tsx'
import { KeyHint } from '../../../../ui/parts/KeyHint.tsx'
import { ViewState } from '../../../../ui/parts/ViewState.tsx'
import { count, day } from '../../../../ui/text/format.ts'
import { useLanguage } from '../../../../ui/text/language.ts'
import { Marked } from '../../../../ui/text/Marked.tsx'
import { useText } from '../../../../ui/text/use-text.ts'
import { useTodayParts } from '../../../../ui/today-part.ts'
import { OrphansAlarm } from '../../../network/web/index.tsx'
import { seeToday } from '../../contract.ts'
import { AstrayAlarm } from '../matters/balance/AstrayAlarm.tsx'
import { PlanButton } from '../visits/plans/PlanButton.tsx'
import { openQuickVisit } from '../visits/record/quick-visit-store.ts'
import { LaterPanel } from './LaterPanel.tsx'
import { MonthPanel } from './MonthPanel.tsx'
import { todayMessages } from './messages-today.ts'
import { OverduePanel } from './OverduePanel.tsx'
import { ToVisitPanel } from './ToVisitPanel.tsx'
import type { Today } from './today.ts'
import { useLunarDay } from './use-lunar-day.ts'
import './today.css'

/** The day of one's place: who to visit, who is overdue, where the month stands. */
export function TodayPage() {
  const account = useAccount()
  const today = useView(seeToday, { place: account.unitCode }, { live: ['visit.done', 'contact.due', 'person.registered'] })
  return (
    <ViewState query={today} lines={10}>
      {(value) => (
        <>
          <AstrayAlarm isBrief />
          <OrphansAlarm place={account.unitCode} />
          <FirstThings place={account.unitCode} />
          <TodayHead today={value} isStation={account.tier === 'village'} />
          {value.counts.clients === 0 ? <NewStation /> : <Columns today={value} />}
        </>
      )}
    </ViewState>
  )
}

/** What other rooms have that cannot wait. */
function FirstThings({ place }: { place: string }) {
  return (
    <Suspense>
      {useTodayParts().map(({ key, element: Part }) => (
        <Part key={key} place={place} />
      ))}
    </Suspense>
  )
}

function Columns({ today }: { today: Today }) {
  const thisYear = Number(today.today.slice(0, 4))
  return (
    <div className="today">
      <ToVisitPanel today={today} thisYear={thisYear} />
      <div className="stack">
        <OverduePanel today={today} thisYear={thisYear} />
        <LaterPanel today={today.today} thisYear={thisYear} />
      </div>
      <MonthPanel today={today} />
    </div>
  )
}

function TodayHead({ today, isStation }: { today: Today; isStation: boolean }) {
  const text = useText(todayMessages)
  const language = useLanguage()
  const lunar = useLunarDay(today.today)
  const weekday = new Date(`${today.today}T00:00:00Z`).toLocaleDateString(language, { weekday: 'long', timeZone: 'UTC' })
  const date = `${day(today.today, Number(today.today.slice(0, 4)))} ${weekday}`
  return (
    <PageHead
      title={<Marked text={headline()} />}
      note={lunar === undefined || language === 'en' ? date : `${date} · ${text('casework.today.lunar', { day: lunar })}`}
      actions={
        <>
          {today.can.plan && <PlanButton />}
          {today.can.record && (
            <Button type="primary" size="middle" aria-keyshortcuts="n" onClick={() => openQuickVisit()}>
              {text('casework.today.record')} <KeyHint keys="N" on="fill" />
            </Button>
          )}
        </>
      }
    />
  )

  /** The answer first: a station is told its day, those above it the week. */
  function headline(): string {
    const { overdue } = today.counts
    if (!isStation) {
      const above = { visits: count(today.counts.toVisit), overdue: count(overdue) }
      return text(overdue > 0 ? 'casework.today.titleAbove' : 'casework.today.titleAboveOnTime', above)
    }
    const visits = today.toVisit.length
    if (visits === 0) return text(overdue > 0 ? 'casework.today.titleNoneOverdue' : 'casework.today.titleNone', { overdue })
    return text(overdue > 0 ? 'casework.today.title' : 'casework.today.titleOnTime', { visits, overdue })
  }
}

function NewStation() {
  const text = useText(todayMessages)
  return (
    <Panel title={text('casework.today.toVisit')} style={{ flex: 1 }}>
      <EmptyState
        title={text('casework.today.newTitle')}
        words={text('casework.today.newWords')}
        action={
          <Button type="primary" size="middle" href="/desk/people/new">
            {text('casework.today.newAction')}
          </Button>
        }
      />
    </Panel>
  )
}
