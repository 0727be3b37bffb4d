import { view } from '../../../platform/actions/declare.ts'
import * as contract from '../contract.ts'
import { periodAfter } from '../domain/rhythm.ts'
import { schedulesAt } from './schedule-rows.ts'

export const listSchedules = view(contract.listSchedules, {
  grant: 'brief.read',
  where: ({ place }) => place,
  async run({ tx, actor }, { place }) {
    const rows = await schedulesAt(tx, place)
    return {
      rows: rows.map(({ id, template, rhythm, writtenTo }) => ({
        id,
        template,
        rhythm,
        writtenTo,
        next: periodAfter(rhythm, writtenTo).to,
      })),
      canSet: actor.grants.has('brief.write'),
    }
  },
})
