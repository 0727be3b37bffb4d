import { type View, view } from '../../../platform/actions/declare.ts'
import * as contract from '../contract.ts'
import { seeAssessment } from './assessments/see-assessment.ts'
import { readOnToday } from './boundaries.ts'
import { seeClosing } from './closings/see-closing.ts'
import { isKnown, listIndicators } from './figure-list.ts'
import { listFigureRows } from './figure-rows.ts'
import { inOneSnapshot, needsSnapshot } from './figures.ts'
import { perOf, rankPlaces } from './rank-places.ts'
import { readFigure, windowsAsked } from './read-figure.ts'
import { showDashboard } from './show-dashboard.ts'

const list = view(contract.list, {
  grant: 'figure.read',
  where: (_input, { actor }) => actor.unitCode,
  run: async ({ today }) => ({ rows: listIndicators(today) }),
})

const read = view(contract.read, {
  grant: 'figure.read',
  where: (input) => input.place,
  async run({ tx, now, today, actor }, input) {
    if (!input.codes.every(isKnown)) return undefined
    const { codes, place, period, by } = input
    if (input.boundary === 'now') {
      await inOneSnapshot(tx)
      const asked = { codes, place, period, byChildren: by === 'children', on: today, scope: actor.scope }
      return { asOfAt: now, place, period, ...(await readOnToday(tx, asked)) }
    }
    if (needsSnapshot({ codes: input.codes, windows: windowsAsked(input) })) await inOneSnapshot(tx)
    return { asOfAt: now, place, period, rows: await readFigure(tx, input), isCut: false }
  },
})

const ranking = view(contract.ranking, {
  grant: 'figure.read',
  where: (input) => input.place,
  async run({ tx, now }, input) {
    if (!isKnown(input.code)) return undefined
    await inOneSnapshot(tx)
    return { code: input.code, per: perOf(input), minimum: input.minimum, asOfAt: now, rows: await rankPlaces(tx, input) }
  },
})

/** It names persons, if only by id: so it asks for more than the figures do. */
const rows = view(contract.rows, {
  grant: 'person.read',
  where: (input) => input.place,
  async run({ tx }, input) {
    if (!isKnown(input.code)) return undefined
    await inOneSnapshot(tx)
    return await listFigureRows(tx, input)
  },
})

const dashboard = view(contract.dashboard, {
  grant: 'figure.read',
  where: (input) => input.place,
  async run(context, input) {
    if (![...input.strip, input.focus].every(isKnown)) return undefined
    await inOneSnapshot(context.tx)
    return await showDashboard(context, input)
  },
})

export const views: readonly View[] = [list, read, ranking, rows, dashboard, seeClosing, seeAssessment]
