import { maskName } from '../../../../kernel/mask.ts'
import type { PlainDate } from '../../../../kernel/plain-date.ts'
import { regionOf } from '../../../../kernel/region-code.ts'
import { ok, refuse } from '../../../../kernel/result.ts'
import type { ActionContext } from '../../../../platform/actions/context.ts'
import { action } from '../../../../platform/actions/declare.ts'
import { writeWordFile } from '../../../../platform/word/index.ts'
import { findDivision } from '../../../network/index.ts'
import { findFile } from '../../../registry/index.ts'
import * as contract from '../../contract.ts'
import { owedMonths } from '../../domain/after/after-days.ts'
import { dayInWords, introLetter, type LetterFacts, type Paper, payReminder } from '../../domain/after/letter-words.ts'
import { whereCandidateIs } from '../candidates/candidate-rows.ts'
import { findLetter, type LetterRow, letterNumber } from './letter-rows.ts'
import { startedOf } from './list-letters.ts'

const SEASONS = { spring: '春季', autumn: '秋季' } as const
const GROUPS = { officer: '退役军官', nco: '退役军士', conscript: '退役义务兵' } as const

/** Whoever may see full data prints the name and the number as they are; everybody else a masked name and no number. */
async function factsOf(context: ActionContext, row: LetterRow): Promise<LetterFacts> {
  const person = (await findFile(context, row.person_id))?.state.person
  const isFull = context.actor.grants.has('person.unmask')
  return {
    number: letterNumber(row),
    employer: row.employer_name,
    post: row.post_title,
    name: person === undefined ? '＊' : isFull ? person.name : maskName(person.name),
    citizenId: isFull ? (person?.citizenId ?? '') : '',
    people: `${row.candidate_year}年${SEASONS[row.season]}${GROUPS[row.group_code]}`,
    round: row.round_title,
    startBy: row.start_by,
  }
}

async function written(context: ActionContext, row: LetterRow, { paper, on }: { paper: Paper; on: PlainDate }) {
  const county = await findDivision(context.tx, regionOf(row.unit_code))
  const signature = [`${county?.name ?? ''}退役军人事务局`, dayInWords(on)]
  const bytes = writeWordFile({ title: paper.title, paragraphs: paper.paragraphs, signature })
  context.note({ letter: `${row.year}-${row.number}`, full: context.actor.grants.has('person.unmask') })
  context.subject(row.person_id)
  return ok({ name: `${paper.title}-${row.year}-${row.number}.docx`, content: bytes.toString('base64') })
}

/** The letter bears the day on which it was issued, however often it is printed. */
export const writeIntroLetter = action(contract.writeIntroLetter, {
  grant: 'placement.write',
  where: whereCandidateIs,
  refusals: { 'no-letter': 404 },
  async run(context, { candidateId }) {
    const row = await findLetter(context.tx, candidateId)
    if (!row) return refuse({ code: 'no-letter' })
    return await written(context, row, { paper: introLetter(await factsOf(context, row)), on: row.issued_on })
  },
})

export const writeReminder = action(contract.writeReminder, {
  grant: 'placement.write',
  where: whereCandidateIs,
  refusals: { 'no-letter': 404, 'nothing-owed': 409 },
  async run(context, { candidateId }) {
    const row = await findLetter(context.tx, candidateId)
    if (!row) return refuse({ code: 'no-letter' })
    const months = row.state === 'letterIssued' ? owedMonths(startedOf(row), context.today) : []
    if (months.length === 0) return refuse({ code: 'nothing-owed', startBy: row.start_by })
    const paper = payReminder(await factsOf(context, row), { issuedOn: row.issued_on, months })
    return await written(context, row, { paper, on: context.today })
  },
})
