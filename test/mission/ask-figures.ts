import { type Asked, isAsked, type MissionFigure } from './figures.ts'
import { holds } from './holds.ts'
import { type Office, readAsked, sumRows } from './office.ts'

export interface Answered {
  readonly figure: MissionFigure
  /** In yuan where the document says yuan; null where nothing is below the line of a ratio; undefined where nothing could be asked. */
  readonly computed: number | null | undefined
  readonly holds: boolean
  /** What went wrong in asking, or that the rows behind the figure add up to something else. */
  readonly fault?: string
}

const isMoney = (unit: string): boolean => unit.startsWith('CNY')

/** Asks the platform for each figure, over HTTP. */
export async function askFigures(office: Office, figures: readonly MissionFigure[]): Promise<Answered[]> {
  const answers: Answered[] = []
  for (const figure of figures) answers.push(await askFigure(office, figure))
  return answers
}

async function askFigure(office: Office, figure: MissionFigure): Promise<Answered> {
  if (!isAsked(figure)) return { figure, computed: undefined, holds: false, fault: 'no indicator' }
  try {
    const [read = null] = await readAsked(office, [figure])
    const computed = read === null || !isMoney(figure.unit) ? read : read / 100
    return { figure, computed, holds: holds(figure, computed) }
  } catch (fault) {
    return { figure, computed: undefined, holds: false, fault: String(fault).slice(0, 160) }
  }
}

/** Of the figures that are added up from rows, whether the list under each adds up to it. @param added codes of such indicators */
export async function findOtherLists(office: Office, answers: readonly Answered[], added: ReadonlySet<string>): Promise<string[]> {
  const faults: string[] = []
  for (const { figure, computed } of answers) {
    if (!isAsked(figure) || !added.has(figure.code) || typeof computed !== 'number') continue
    const sum = (await sumRows(office, figure)) / (isMoney(figure.unit) ? 100 : 1)
    if (sum !== computed) faults.push(`${figure.seed} ${figure.zh}: the figure is ${computed}, its rows add up to ${sum}`)
  }
  return faults
}

const COMPARED = { eq: '', gt: '余', approx: '近' } as const

const where = ({ code, word, place, from, to }: Asked): string =>
  `${code}${word === undefined ? '' : ` ${word}`} @ ${place}, ${from === to ? `on ${to}` : `${from}..${to}`}`

/** One line a figure: `✓ 002 局党组会议  13 meeting  computed 13  wPartyGroupMeetings @ 520103000000, 2024-01-01..2024-06-30`. */
export function lineOf({ figure, computed, holds: does, fault }: Answered): string {
  const sign = computed === undefined ? '–' : does ? '✓' : '✗'
  const said = `${figure.stated}${COMPARED[figure.comparison]} ${figure.unit}`
  return `${sign} ${figure.seed} ${figure.zh}  ${said}  computed ${computed ?? '–'}  ${isAsked(figure) ? where(figure) : ''}${fault ? `  ${fault}` : ''}`
}
