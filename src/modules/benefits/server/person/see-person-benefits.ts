import { view } from '../../../../platform/actions/declare.ts'
import { findFile, findPersonUnit } from '../../../registry/index.ts'
import type { AmountLine } from '../../contract.ts'
import * as contract from '../../contract.ts'
import { computeLines, type Line } from '../../domain/entitlement/lines.ts'
import { monthIndex, monthText } from '../../domain/entitlement/month.ts'
import { titlesAt } from '../rates/rate-rows.ts'
import { courseOf } from './course-of-file.ts'

const lineText = (line: Line, titles: ReadonlyMap<string, string>): AmountLine => ({
  ...line,
  month: monthText(line.month),
  paidIn: monthText(line.paidIn),
  amountFen: String(line.amountFen),
  annualFen: String(line.annualFen),
  title: titles.get(line.version) ?? line.version,
})

export const seePersonBenefits = view(contract.seePersonBenefits, {
  grant: 'benefit.read',
  where: async ({ personId }, { tx }) => await findPersonUnit(tx, personId),
  async run(context, { personId, from, months, suppose }) {
    const file = await findFile(context, personId)
    if (!file) return undefined
    const course = courseOf(file.state, suppose)
    const { tables, titles } = await titlesAt(context.tx, course.place)
    const first = monthIndex(from)
    const { lines, heldBack } = computeLines(course, tables, { from: first, until: first + months })
    return {
      isEntitled: course.holdings.length > 0,
      totalFen: String(lines.reduce((sum, { amountFen }) => sum + amountFen, 0n)),
      lines: lines.map((line) => lineText(line, titles)).toSorted((a, b) => (a.month < b.month ? -1 : a.month > b.month ? 1 : 0)),
      heldBack: heldBack.map(({ month, reason, paidIn }) => ({
        month: monthText(month),
        reason,
        paidIn: paidIn === null ? null : monthText(paidIn),
      })),
    }
  },
})
