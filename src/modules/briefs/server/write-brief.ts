import type { PlainDate } from '../../../kernel/plain-date.ts'
import { ok, refuse } from '../../../kernel/result.ts'
import { action } from '../../../platform/actions/declare.ts'
import { findDivision } from '../../network/index.ts'
import * as contract from '../contract.ts'
import { plainText } from '../domain/plain-text.ts'
import { requiredCodes } from '../domain/template.ts'
import { insertBrief } from './brief-rows.ts'
import { composeAt } from './compose-at.ts'
import { knownIndicators } from './read-answers.ts'
import { findTemplate } from './templates.ts'

/**
 * A period that is not over goes as far as the figures are known. Beyond that day nothing was done, while what falls due then
 * already stands in the plans: whole, it would be compared with a whole year and count as overdue what is not due yet.
 */
const untilKnown = (period: contract.Brief['period'], knownOn: PlainDate): contract.Brief['period'] =>
  period.to > knownOn ? { ...period, to: knownOn } : period

export const writeBrief = action(contract.writeBrief, {
  grant: 'brief.write',
  // A pseudo node of the tree writes no brief.
  where: async ({ place }, { tx }) => (await findDivision(tx, place))?.code,
  refusals: { 'no-such-template': 404, 'period-not-begun': 422, 'day-to-come': 422, 'indicators-missing': 409 },
  async run({ tx, actionId, actor, now, today, note }, { place, template: code, period: asked, asOf }) {
    const template = findTemplate(code)
    if (!template) return refuse({ code: 'no-such-template' })
    if (asOf !== undefined && asOf > today) return refuse({ code: 'day-to-come', on: asOf })
    const knownOn = asOf ?? today
    if (asked.from > knownOn) return refuse({ code: 'period-not-begun', from: asked.from })
    const period = untilKnown(asked, knownOn)
    const known = knownIndicators(period.to)
    const missing = requiredCodes(template).filter((one) => !known.has(one))
    if (missing.length > 0) return refuse({ code: 'indicators-missing', codes: missing })
    const past = knownOn < today ? knownOn : undefined
    const { text, figures } = await composeAt(tx, { template, place, period, asOf: past, scope: actor.scope })
    const title = plainText(text.title, figures)
    await insertBrief(tx, { id: actionId, place, template: code, period, knownOn, title, text, figures, writer: actor.accountId, at: now })
    note({ brief: actionId, template: code, figures: figures.length, knownOn })
    return ok({ id: actionId })
  },
})
