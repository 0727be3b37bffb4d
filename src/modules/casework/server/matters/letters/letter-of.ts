import { maskName } from '../../../../../kernel/mask.ts'
import type { PlainDate } from '../../../../../kernel/plain-date.ts'
import { type RegionCode, regionOf, tierOf, type UnitCode } from '../../../../../kernel/region-code.ts'
import type { ViewContext } from '../../../../../platform/actions/context.ts'
import { findDivision } from '../../../../network/index.ts'
import { type FileState, findFile } from '../../../../registry/index.ts'
import { answerInWords, boxesOf, dayInWords, filledLetter, printedLetters } from '../../../domain/matters/letters.ts'
import { maskedAnswers } from '../../../domain/matters/masked-answers.ts'
import { BEGIN } from '../../../domain/matters/matter-state.ts'
import { holds, type Words } from '../../../domain/matters/matter-type.ts'
import { openSaid } from '../keep-matter.ts'
import type { LoadedMatter } from '../matter-rows.ts'
import { findSeatPlaces, seatsAt } from '../seats.ts'
import { answersInWords } from '../steps/known-answers.ts'

export interface WrittenLetter {
  readonly title: Words
  readonly rows: string[][]
  readonly paragraphs: string[]
  /** The office that took the step, and the day on which it did: printed again by another, it stays theirs. */
  readonly unitName: string
  readonly on: PlainDate
}

/**
 * A letter that a step of the matter has printed, filled in; undefined where none has, or where its words are sealed to the
 * reader. The receipt repeats no answer and is for everybody who may see the matter. `isFull` names people and numbers as
 * they are, otherwise they are masked.
 */
export async function letterOf(
  context: ViewContext,
  matter: LoadedMatter,
  asked: { letter: string; isFull: boolean },
): Promise<WrittenLetter | undefined> {
  const { type } = matter.rules
  const letter = type.letters?.[asked.letter]
  if (!letter || !printedLetters(type, matter.state).includes(asked.letter)) return undefined
  if (!type.begins.prints?.includes(asked.letter) && !(await mayRead(context, matter))) return undefined
  const printing = await findPrinting(context, matter, asked.letter)
  if (!printing) return undefined
  const wordOf = await wordsFor(context, matter, { isFull: asked.isFull, printing })
  const place = regionOf(printing.by_unit)
  const unit = await findDivision(context.tx, place)
  const isStation = ['village', 'township'].includes(tierOf(place))
  return {
    title: letter.name,
    ...filledLetter(letter, wordOf),
    unitName: `${unit?.name ?? ''}退役军人服务${isStation ? '站' : '中心'}`,
    on: printing.taken_on,
  }
}

/** The step that printed a letter: its day, its office and its reason are the letter's. */
interface Printing {
  readonly number: number
  readonly step: string
  readonly taken_on: PlainDate
  readonly by_unit: UnitCode
  readonly said: Buffer | null
}

/** The last of the steps that print it: what was replaced twice is told of the second time. */
async function findPrinting({ tx }: ViewContext, { row, rules }: LoadedMatter, letter: string): Promise<Printing | undefined> {
  const { begins, steps } = rules.type
  const printers = Object.entries(steps).flatMap(([code, { prints }]) => (prints?.includes(letter) ? [code] : []))
  const { rows } = await tx.query<Printing>(
    `select number, step, taken_on, by_unit, said from casework.matter_steps
      where bureau_code = left($2, 6) and matter_id = $1 and step = any($3) order by number desc limit 1`,
    [row.id, row.unit_code, begins.prints?.includes(letter) ? [...printers, BEGIN] : printers],
  )
  return rows[0]
}

async function mayRead({ tx, actor }: ViewContext, { row, rules }: LoadedMatter): Promise<boolean> {
  const { readers } = rules.type
  if (!readers) return true
  const seats = seatsAt(actor, await findSeatPlaces(tx, row.unit_code))
  return readers.some((seat) => seats.includes(seat))
}

/** What stands for each {{name}}: the matter, the file, the clocks, the answers. */
async function wordsFor(
  context: ViewContext,
  matter: LoadedMatter,
  { isFull, printing }: { isFull: boolean; printing: Printing },
): Promise<(name: string) => string> {
  const { row, rules, state } = matter
  const file = row.person_id === null ? undefined : await findFile(context, row.person_id)
  const fields = [...rules.type.fields, ...Object.values(rules.type.steps).flatMap((step) => step.fields ?? [])]
  const said = answersInWords(fields, state.answers)
  const answers = isFull ? said : maskedAnswers(fields, said)
  const known: Record<string, string> = {
    ...(await wordsOfFile(context, file?.state, isFull)),
    type: rules.type.name.zh,
    unit: (await findDivision(context.tx, regionOf(row.unit_code)))?.name ?? '',
    today: dayInWords(printing.taken_on),
    opened: dayInWords(row.opened_on),
    number: row.id.slice(-8).toUpperCase(),
    reason: openSaid(context.secrets, row.id, printing).reason ?? '',
    papers: await wantingPapers(context, matter),
  }
  return (name) => {
    const [kind = '', code] = name.split(':')
    if (kind === 'due') return dayInWords(state.clocks.findLast((clock) => clock.code === code)?.dueOn ?? '')
    if (kind === 'boxes') return boxesOf(rules.type, answers, code ?? '')
    return answerInWords(rules.type, answers, name) || (known[name] ?? '')
  }
}

/** What the file says; numbers and addresses only in full, for a form that shows them masked is no form. */
async function wordsOfFile({ tx }: ViewContext, state: FileState | undefined, isFull: boolean): Promise<Record<string, string>> {
  if (!state) return { name: '来访群众' }
  const { person, service } = state
  const last = service.at(-1)
  const household = await findDivision(tx, person.householdRegion as RegionCode)
  return {
    name: isFull ? person.name : maskName(person.name),
    sex: person.sex === 'male' ? '男' : '女',
    bornOn: isFull ? dayInWords(person.bornOn) : '',
    citizenId: isFull ? person.citizenId : '',
    phone: isFull ? (person.phone ?? '') : '',
    address: isFull ? (person.address ?? '') : '',
    householdRegion: household?.name ?? '',
    enlistedOn: dayInWords(last?.enlistedOn ?? ''),
    dischargedOn: dayInWords(last?.dischargedOn ?? ''),
  }
}

/** 一次告知: all papers that are wanting, in one sentence. Empty where the kind asks for none. */
async function wantingPapers({ tx }: ViewContext, { row, rules, state }: LoadedMatter): Promise<string> {
  const asked = rules.type.documents.filter(({ required, when }) => required && holds(when, state.answers))
  if (asked.length === 0) return ''
  const { rows } = await tx.query<{ code: string }>(
    'select distinct code from casework.matter_documents where bureau_code = left($2, 6) and matter_id = $1',
    [row.id, row.unit_code],
  )
  const wanting = asked.filter(({ code }) => !rows.some((given) => given.code === code))
  return wanting.length === 0 ? '材料已收齐。' : `还缺材料（一次说全）：${wanting.map(({ name }) => name.zh).join('、')}。`
}
