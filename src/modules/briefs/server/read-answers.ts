import { addDays, type PlainDate } from '../../../kernel/plain-date.ts'
import { type CodeRange, isWithin, type RegionCode } from '../../../kernel/region-code.ts'
import type { Tx } from '../../../platform/database/tx.ts'
import { type AskedFigure, type Figure, listIndicators, type Period, readFigure, readKnownFigure } from '../../indicators/index.ts'
import type { Answered, Binding } from '../domain/brief.ts'
import type { KnownIndicator } from '../domain/say-figure.ts'

/** What a number asks for. */
export type AskedNumber = Pick<Binding, 'code' | 'word' | 'place' | 'period'>

export interface Knowing {
  /** The day as of whose end the figures are known; undefined for now. */
  readonly asOf: PlainDate | undefined
  /** What the reader sees: of a place beyond it nothing is said. */
  readonly scope: CodeRange
}

type Answers = ReadonlyMap<string, Answered>

export const answerKey = ({ code, word = '', place, period: { from, to } }: AskedNumber): string => [code, word, place, from, to].join(' ')

const NOTHING: Answered = { value: null, previous: null, lastYear: null }

/** The first instant after a day in China. */
const endOf = (day: PlainDate): string => `${addDays(day, 1)}T00:00:00+08:00`

type Asked = Pick<AskedFigure, 'codes' | 'place' | 'period' | 'compare'>

/** Live figures come from the store; those of a past day from the facts that had been recorded by its end. */
const readWhole = (tx: Tx, asked: Asked, { asOf }: Knowing): Promise<Figure[]> =>
  asOf === undefined ? readFigure(tx, { ...asked, by: 'none' }) : readKnownFigure(tx, { ...asked, by: 'none', before: endOf(asOf) })

/** The parts of indicators that bear a word. What has none of it is nothing. */
async function readWord(tx: Tx, asked: Asked & { word: string }, { asOf }: Knowing): Promise<Figure[]> {
  if (asOf !== undefined) return await readKnownFigure(tx, { ...asked, by: 'none', before: endOf(asOf) })
  const parts = await readFigure(tx, { ...asked, by: 'dimension' })
  const none = { key: asked.word, value: 0, previous: { value: 0 }, lastYear: { value: 0 } }
  return asked.codes.map((code) => parts.find((part) => part.code === code && part.key === asked.word) ?? { code, ...none })
}

const answered = ({ value, previous, lastYear }: Figure): Answered => ({
  value,
  previous: previous?.value ?? null,
  lastYear: lastYear?.value ?? null,
})

function grouped(asked: readonly AskedNumber[]): AskedNumber[][] {
  const groups = new Map<string, AskedNumber[]>()
  for (const one of asked) {
    const key = answerKey({ ...one, code: '' })
    groups.set(key, [...(groups.get(key) ?? []), one])
  }
  return [...groups.values()]
}

/** What briefs ask of the indicators, each of which must be defined: one reading for each place, period and word. */
export async function readAnswers(tx: Tx, asked: readonly AskedNumber[], knowing: Knowing): Promise<Answers> {
  const answers = new Map<string, Answered>()
  for (const group of grouped(asked)) {
    const [first] = group
    if (!first) continue
    const { word, period } = first
    const place = first.place as RegionCode
    const codes = [...new Set(group.map(({ code }) => code))]
    for (const code of codes) answers.set(answerKey({ ...first, code }), NOTHING)
    if (!isWithin(place, knowing.scope)) continue
    const reading = { codes, place, period: period as Period, compare: true }
    const figures = word === undefined ? await readWhole(tx, reading, knowing) : await readWord(tx, { ...reading, word }, knowing)
    for (const figure of figures) answers.set(answerKey({ ...first, code: figure.code }), answered(figure))
  }
  return answers
}

/** The same of each place below one, without comparisons. */
export async function readBelow(tx: Tx, { codes, place, period }: Omit<Asked, 'compare'>, { asOf }: Knowing): Promise<Answers> {
  if (codes.length === 0) return new Map()
  const asked = { codes, place, period, by: 'children', compare: false } as const
  const figures = asOf === undefined ? await readFigure(tx, asked) : await readKnownFigure(tx, { ...asked, before: endOf(asOf) })
  return new Map(figures.map((figure) => [answerKey({ code: figure.code, place: figure.key, period }), answered(figure)]))
}

/** The indicators that are defined on a day, by code. */
export function knownIndicators(on: PlainDate): ReadonlyMap<string, KnownIndicator> {
  const rows = listIndicators(on)
  return new Map(rows.map(({ code, zh, unitKind, form }) => [code, { code, label: zh, unitKind, isRatio: form === 'ratio' }]))
}
