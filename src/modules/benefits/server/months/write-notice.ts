import { regionOf } from '../../../../kernel/region-code.ts'
import { ok, refuse } from '../../../../kernel/result.ts'
import { action } from '../../../../platform/actions/declare.ts'
import { writeWordFile } from '../../../../platform/word/index.ts'
import { findDivision } from '../../../network/index.ts'
import { findClass } from '../../../registry/index.ts'
import * as contract from '../../contract.ts'
import { monthNotice } from '../../domain/run/notice-words.ts'
import { findRun, sumsBy, whereRun } from './run-rows.ts'

const NOTHING = { people: 0, lines: 0, amountFen: 0n }

export const writeMonthNotice = action(contract.writeMonthNotice, {
  grant: 'benefit.write',
  where: whereRun,
  refusals: { 'wrong-state': 409 },
  async run({ tx, today, note }, { runId }) {
    const run = await findRun(tx, runId)
    if (!run) throw new Error('the run has gone')
    if (run.state !== 'approved') return refuse({ code: 'wrong-state', state: run.state })
    const [classes, reasons, county] = [
      await sumsBy(tx, 'class_code', run),
      await sumsBy(tx, 'why', run),
      await findDivision(tx, regionOf(run.unitCode)),
    ]
    const month = run.month.slice(0, 7)
    const paper = monthNotice({
      county: county?.name ?? '',
      month,
      on: today,
      totalFen: run.totalFen ?? 0n,
      classes: classes.map(({ name, people, amountFen }) => ({ name: findClass(name)?.zh ?? name, people, amountFen })),
      backPay: reasons.find(({ name }) => name === 'backPay') ?? NOTHING,
      recovery: reasons.find(({ name }) => name === 'recovery') ?? NOTHING,
      failed: run.failed ?? 0,
    })
    note({ run: runId, month })
    return ok({ name: `${paper.title}.docx`, content: writeWordFile(paper).toString('base64') })
  },
})
