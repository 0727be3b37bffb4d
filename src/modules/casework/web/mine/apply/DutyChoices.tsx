import { useView } from '../../../../../ui/api/use-view.ts'
import { ViewState } from '../../../../../ui/parts/ViewState.tsx'
import { useDay } from '../../../../../ui/plain/use-day.ts'
import { useText } from '../../../../../ui/text/use-text.ts'
import { type Duty, type Field, listMyDuties } from '../../../contract.ts'
import type { Draft } from '../../matters/answers/answer-draft.ts'
import { rosterMessages } from '../../matters/roster/messages-roster.ts'
import { BigChoices } from './BigChoices.tsx'

interface DutyChoicesProps {
  label: string
  field: Field
  value: Draft[string] | undefined
  onChange: (value: Draft[string]) => void
  describedBy: string | undefined
}

/** The days on which a lawyer sits and has a place left, to press; full days are said below. */
export function DutyChoices(props: DutyChoicesProps) {
  const text = useText(rosterMessages)
  const day = useDay()
  const query = useView(listMyDuties, {})
  return (
    <ViewState query={query}>
      {({ duties }) => {
        const days = daysOf(duties)
        const full = days.filter(({ left }) => left === 0).map(({ onDay }) => day(onDay))
        const free = days.filter(({ left }) => left !== 0)
        const choices = free.map(({ onDay, times, left }) => ({
          value: onDay,
          label: `${day(onDay)} ${times}${left === null ? '' : text('roster.left', { count: left })}`,
        }))
        return (
          <>
            {choices.length === 0 ? <p className="told">{text('roster.pickNone')}</p> : <BigChoices {...props} choices={choices} />}
            {full.length > 0 && <p className="fine">{text('roster.fullDays', { days: full.join('、') })}</p>}
          </>
        )
      }}
    </ViewState>
  )
}

interface DayOfDuties {
  readonly onDay: string
  readonly times: string
  readonly left: number | null
}

const daysOf = (duties: readonly Duty[]): DayOfDuties[] =>
  [...new Set(duties.map(({ onDay }) => onDay))].map((onDay) => {
    const day = duties.filter((duty) => duty.onDay === onDay)
    return { onDay, times: day.map(({ from, until, lawyer }) => `${from}–${until} ${lawyer}`).join('，'), left: day[0]?.left ?? null }
  })
