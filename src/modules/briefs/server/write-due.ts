import type { Pool } from 'pg'
import { uuidv7 } from 'uuidv7'
import { AccountId } from '../../../kernel/id.ts'
import { rangeOf } from '../../../kernel/region-code.ts'
import type { Clock } from '../../../platform/clock/clock.ts'
import { withScope } from '../../../platform/database/scope.ts'
import { appendLeaf } from '../../../platform/journal/append-leaf.ts'
import { plainText } from '../domain/plain-text.ts'
import { periodAfter } from '../domain/rhythm.ts'
import { insertBrief } from './brief-rows.ts'
import { composeAt } from './compose-at.ts'
import { holdSchedule, openSchedules, type ScheduleRow } from './schedule-rows.ts'
import { findTemplate } from './templates.ts'

const EVERY_MS = 3_600_000
const WHOLE = { lo: '0', hi: ':' }

export interface WritingParts {
  readonly pool: Pool
  readonly clock: Clock
  readonly log: (line: string) => void
}

/** Writes the drafts of schedules whose period is over, one transaction each; says how many. The writer is who set the schedule. */
export async function writeDue({ pool, clock }: Pick<WritingParts, 'pool' | 'clock'>): Promise<number> {
  const schedules = await withScope(pool, WHOLE, 'read', (tx) => openSchedules(tx, clock.today()))
  let written = 0
  for (const schedule of schedules) if (await writeNext(schedule, { pool, clock })) written += 1
  return written
}

async function writeNext(schedule: ScheduleRow, { pool, clock }: Pick<WritingParts, 'pool' | 'clock'>): Promise<boolean> {
  const { place, unitCode, setBy } = schedule
  const [today, now] = [clock.today(), clock.now()]
  const period = periodAfter(schedule.rhythm, schedule.writtenTo)
  const template = findTemplate(schedule.template)
  if (period.to >= today || !template) return false
  return await withScope(pool, { ...rangeOf(place), accountId: setBy }, 'write', async (tx) => {
    if (!(await holdSchedule(tx, schedule))) return false
    const { text, figures } = await composeAt(tx, { template, place, period, asOf: undefined, scope: rangeOf(place) })
    const id = uuidv7()
    const title = plainText(text.title, figures)
    await insertBrief(tx, { id, place, template: template.code, period, knownOn: today, title, text, figures, writer: setBy, at: now })
    await tx.query('update briefs.schedules set written_to = $3 where bureau_code = left($1, 6) and id = $2', [
      unitCode,
      schedule.id,
      period.to,
    ])
    const detail = { brief: id, schedule: schedule.id, template: template.code }
    await appendLeaf(tx, { id: uuidv7(), name: 'brief.writeDue', unitCode, accountId: AccountId.parse(setBy), at: now, detail })
    return true
  })
}

/** Writes what is due at once and every hour, until stopped. What goes wrong is said and tried again. */
export function startWriting(parts: WritingParts): { stop(): void } {
  const look = (): void => {
    writeDue(parts).catch((fault: unknown) => parts.log(`briefs: drafts of schedules were not written: ${String(fault)}`))
  }
  look()
  const timer = setInterval(look, EVERY_MS)
  timer.unref()
  return { stop: () => clearInterval(timer) }
}
