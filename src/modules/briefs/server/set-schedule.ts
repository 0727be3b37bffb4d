import { bureauOf } from '../../../kernel/region-code.ts'
import { ok, refuse } from '../../../kernel/result.ts'
import { action } from '../../../platform/actions/declare.ts'
import { findDivision } from '../../network/index.ts'
import * as contract from '../contract.ts'
import { lastOver } from '../domain/rhythm.ts'
import { whereScheduleIs } from './schedule-rows.ts'
import { findTemplate } from './templates.ts'

export const setSchedule = action(contract.setSchedule, {
  grant: 'brief.write',
  where: async ({ place }, { tx }) => (await findDivision(tx, place))?.code,
  refusals: { 'no-such-template': 404, 'already-scheduled': 409 },
  async run({ tx, actionId, actor, now, today, note }, { place, template, rhythm }) {
    if (!findTemplate(template)) return refuse({ code: 'no-such-template' })
    const { rowCount } = await tx.query(
      `insert into briefs.schedules (bureau_code, id, unit_code, template, rhythm, written_to, set_by, set_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8) on conflict (bureau_code, unit_code, template, rhythm) where ended_at is null do nothing`,
      [bureauOf(place), actionId, place, template, rhythm, lastOver(rhythm, today).to, actor.accountId, now],
    )
    if (rowCount !== 1) return refuse({ code: 'already-scheduled' })
    note({ schedule: actionId, template, rhythm })
    return ok({ id: actionId })
  },
})

export const endSchedule = action(contract.endSchedule, {
  grant: 'brief.write',
  where: whereScheduleIs,
  refusals: { 'already-ended': 409 },
  async run({ tx, now, unitCode, note }, { id }) {
    const { rowCount } = await tx.query(
      `update briefs.schedules set ended_at = $3 where bureau_code = $1 and id = $2 and ended_at is null`,
      [bureauOf(unitCode), id, now],
    )
    if (rowCount !== 1) return refuse({ code: 'already-ended' })
    note({ schedule: id })
    return ok({ id })
  },
})
