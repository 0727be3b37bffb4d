import { addDays, addMonths, type PlainDate } from '../../src/kernel/plain-date.ts'
import { type Deed, deedId } from './deeds.ts'
import type { Hands } from './hands.ts'
import { workdayAt } from './workday.ts'

const place = '500112000000'

/** The brief of last month, passed, signed and filed; and that of this month, which is being written. */
export function briefDeeds(hands: Hands, today: PlainDate): Deed[] {
  const [clerk, head] = [hands.account('jiang.wenbo'), hands.account('xiao.limin')]
  const first = `${addDays(today, -7).slice(0, 7)}-01` as PlainDate
  const on = (days: number) => workdayAt(addDays(first, days))
  const yesterday = workdayAt(addDays(today, -1))
  const write = (label: string, period: { from: PlainDate; to: PlainDate }, day: PlainDate): Deed => {
    const input = { place, template: 'monthBrief', period }
    return { story: label, label, on: day, by: clerk, name: 'brief.write', input }
  }
  const last = write('brief.last', { from: addMonths(first, -1), to: addDays(first, -1) }, on(3))
  const id = deedId(last)
  const then = (label: string, day: PlainDate, by: Deed['by'], input: object): Deed => ({
    story: last.story,
    label: `brief.last.${label}`,
    on: day,
    by,
    name: `brief.${label}`,
    input,
  })
  return [
    last,
    then('review', on(4), head, { id, version: 1, markUnlocked: true }),
    then('sign', on(5), head, { id }),
    then('archive', on(5), clerk, { id }),
    write('brief.draft', { from: first, to: yesterday }, yesterday),
  ]
}
