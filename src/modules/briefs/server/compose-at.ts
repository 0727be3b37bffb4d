import type { PlainDate } from '../../../kernel/plain-date.ts'
import type { RegionCode } from '../../../kernel/region-code.ts'
import type { Tx } from '../../../platform/database/tx.ts'
import { findDivision, listChildren } from '../../network/index.ts'
import type { BoundFigure, BriefPeriod, BriefText } from '../contract-words.ts'
import type { Answered } from '../domain/brief.ts'
import { composeBrief } from '../domain/compose.ts'
import { flatPieces } from '../domain/parse-template.ts'
import type { Template } from '../domain/template.ts'
import { wholeOf } from '../domain/whole-of.ts'
import { answerKey, knownIndicators, readAnswers } from './read-answers.ts'

export interface AskedBrief {
  readonly template: Template
  readonly place: RegionCode
  readonly period: BriefPeriod
  readonly today: PlainDate
  /** A past day, as of whose end the figures are known; undefined for now. */
  readonly asOf: PlainDate | undefined
}

const NOTHING: Answered = { value: null, previous: null, lastYear: null }

/** Indicators whose places below are listed. */
const listedCodes = ({ title, blocks }: Template): string[] =>
  [title, ...blocks.map(({ pieces }) => pieces)].flatMap((pieces) =>
    flatPieces(pieces).flatMap((piece) => (piece.kind === 'places' ? [piece.code] : [])),
  )

/** Writes a brief from the figures. @throws where there is no such place */
export async function composeAt(tx: Tx, asked: AskedBrief): Promise<{ text: BriefText; figures: BoundFigure[] }> {
  const { template, place, period, asOf } = asked
  const division = await findDivision(tx, place)
  if (!division) throw new Error(`${place} is no place`)
  const known = knownIndicators(period.to)
  const isKnown = (code: string) => known.has(code)
  const below = [...new Set(listedCodes(template))].filter(isKnown)
  const whole = await readAnswers(tx, { codes: template.codes.filter(isKnown), place, period, children: false, asOf })
  const parts = await readAnswers(tx, { codes: below, place, period, children: true, asOf })
  const children = below.length === 0 ? [] : await listChildren(tx, place, period.to)
  const written = composeBrief(template, {
    place: { code: place, name: division.name, whole: wholeOf(division.name) },
    children,
    period,
    day: asOf ?? asked.today,
    knownOf: (code) => known.get(code),
    answerOf: (code, at) => (at === place ? whole : parts).get(answerKey(code, at)) ?? NOTHING,
  })
  return written as { text: BriefText; figures: BoundFigure[] }
}
