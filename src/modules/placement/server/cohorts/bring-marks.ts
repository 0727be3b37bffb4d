import { bureauOf } from '../../../../kernel/region-code.ts'
import { ok, type Result, refuse } from '../../../../kernel/result.ts'
import type { ActionContext } from '../../../../platform/actions/context.ts'
import { action } from '../../../../platform/actions/declare.ts'
import { bringTable, cellsByKey, type ImportField, type Table } from '../../../../platform/workbook/index.ts'
import * as contract from '../../contract.ts'
import { parseMark } from '../../domain/rank/parse-mark.ts'
import { findCandidatesOf } from '../candidates/candidate-rows.ts'
import { lockCohort, whereCohortIs } from './cohort-rows.ts'

const FIELDS: readonly ImportField[] = [
  { key: 'number', titles: ['编号', '序号', '考号', '准考证号', 'number'], required: true },
  { key: 'exam', titles: ['考试成绩', '笔试成绩', '笔试', '考试', 'exam'], required: true },
  { key: 'appraisal', titles: ['考核成绩', '考核', '面试成绩', '面试', 'appraisal'], required: false },
]

/** A cohort is some hundred people; more rows than this are no list of marks. */
const MOST_ROWS = 3000
const PATIENCE_MS = 20_000

type WrongRow = { row: number; why: 'no-number' | 'unknown-number' | 'twice' | 'not-a-mark' }

interface Mark {
  readonly number: number
  readonly exam: number
  readonly appraisal: number | null
}

function readMark(cell: (key: string) => string): Result<Mark, WrongRow['why']> {
  const number = /^\d{1,6}$/.test(cell('number')) ? Number(cell('number')) : undefined
  if (number === undefined) return refuse('no-number')
  const exam = parseMark(cell('exam'))
  const appraisal = cell('appraisal') === '' ? null : parseMark(cell('appraisal'))
  return exam === undefined || appraisal === undefined ? refuse('not-a-mark') : ok({ number, exam, appraisal })
}

/** All rows, or what is wrong with them: marks are taken in whole or not at all. */
function judge(table: Table, known: ReadonlySet<number>): Result<Mark[], WrongRow[]> {
  const [marks, wrong] = [new Map<number, Mark>(), [] as WrongRow[]]
  for (const row of table.rows) {
    const read = readMark(cellsByKey(row, table))
    const say = (why: WrongRow['why']) => wrong.push({ row: row.rowNumber, why })
    if (!read.ok) say(read.refusal)
    else if (!known.has(read.value.number)) say('unknown-number')
    else if (marks.has(read.value.number)) say('twice')
    else marks.set(read.value.number, read.value)
  }
  return wrong.length > 0 ? refuse(wrong.slice(0, 100)) : ok([...marks.values()])
}

async function keepMarks({ tx, unitCode }: ActionContext, cohortId: string, marks: readonly Mark[]): Promise<void> {
  await tx.query(
    `update placement.candidates c set exam_hundredths = m.exam, appraisal_hundredths = coalesce(m.appraisal, c.appraisal_hundredths)
       from jsonb_to_recordset($3::jsonb) as m(number int, exam int, appraisal int)
      where c.bureau_code = $1 and c.cohort_id = $2 and c.number = m.number`,
    [bureauOf(unitCode), cohortId, JSON.stringify(marks)],
  )
}

export const bringMarks = action(contract.bringMarks, {
  grant: 'placement.write',
  where: whereCohortIs,
  refusals: { 'no-such-file': 404, unreadable: 422, 'no-exam': 409, 'already-ranked': 409, 'rows-wrong': 422 },
  async run(context, { cohortId, fileId }) {
    const cohort = await lockCohort(context, cohortId)
    if (cohort.method !== 'exam') return refuse({ code: 'no-exam' })
    if (cohort.ranked_on !== null) return refuse({ code: 'already-ranked', rankedOn: cohort.ranked_on })
    const table = await bringTable(context, { fileId }, { fields: FIELDS, most: MOST_ROWS, patienceMs: PATIENCE_MS })
    if (!table) return refuse({ code: 'no-such-file' })
    if (!table.ok) return refuse({ code: 'unreadable', sentence: table.refusal })
    const known = new Set((await findCandidatesOf(context.tx, cohortId)).map(({ number }) => number))
    const judged = judge(table.value, known)
    if (!judged.ok) return refuse({ code: 'rows-wrong', rows: judged.refusal })
    await keepMarks(context, cohortId, judged.value)
    context.note({ cohort: cohortId, marks: judged.value.length })
    return ok({ brought: judged.value.length })
  },
})
