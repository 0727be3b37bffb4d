import { bureauOf } from '../../../../kernel/region-code.ts'
import type { ViewContext } from '../../../../platform/actions/context.ts'
import { view } from '../../../../platform/actions/declare.ts'
import { findFile, findPersonUnit, type LoadedFile } from '../../../registry/index.ts'
import type { AmountLine, Supposed } from '../../contract.ts'
import * as contract from '../../contract.ts'
import type { Course } from '../../domain/entitlement/course.ts'
import { computeLines, type Line } from '../../domain/entitlement/lines.ts'
import { monthIndex, monthText } from '../../domain/entitlement/month.ts'
import { courseOfRows, findKept } from '../kept/kept-rows.ts'
import { findEvents } from '../months/read-people.ts'
import { titlesAt } from '../rates/rate-rows.ts'
import { courseOf, supposing } from './course-of-file.ts'

const lineText = (line: Line, titles: ReadonlyMap<string, string>): AmountLine => ({
  ...line,
  month: monthText(line.month),
  paidIn: monthText(line.paidIn),
  amountFen: String(line.amountFen),
  annualFen: String(line.annualFen),
  title: titles.get(line.version) ?? line.version,
})

/** By what was approved and has happened since, where there is such; else by the file. And what is supposed besides. */
async function courseNow({ tx }: ViewContext, file: LoadedFile, suppose: Supposed): Promise<Course> {
  const bureau = bureauOf(file.unitCode)
  const rows = (await findKept(tx, bureau, file.id)).filter(({ isApproved }) => isApproved)
  if (rows.length === 0) return courseOf(file.state, suppose)
  return supposing(courseOfRows(rows, await findEvents(tx, bureau, file.id), file.state.person.deceasedOn), suppose)
}

export const seePersonBenefits = view(contract.seePersonBenefits, {
  grant: 'benefit.read',
  where: async ({ personId }, { tx }) => await findPersonUnit(tx, personId),
  async run(context, { personId, from, months, suppose }) {
    const file = await findFile(context, personId)
    if (!file) return undefined
    const course = await courseNow(context, file, suppose)
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
