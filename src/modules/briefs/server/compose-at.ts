import type { PlainDate } from '../../../kernel/plain-date.ts'
import type { RegionCode } from '../../../kernel/region-code.ts'
import type { Tx } from '../../../platform/database/tx.ts'
import { findDivision, listChildren } from '../../network/index.ts'
import type { BoundFigure, BriefPeriod, BriefText } from '../contract-words.ts'
import type { Answered } from '../domain/brief.ts'
import { bindingOf, composeBrief } from '../domain/compose.ts'
import { flatPieces, type Piece } from '../domain/parse-template.ts'
import type { Template } from '../domain/template.ts'
import { officeOf, wholeOf } from '../domain/whole-of.ts'
import { type AskedNumber, answerKey, type Knowing, knownIndicators, readAnswers, readBelow } from './read-answers.ts'

export interface AskedBrief extends Knowing {
  readonly template: Template
  readonly place: RegionCode
  readonly period: BriefPeriod
}

const NOTHING: Answered = { value: null, previous: null, lastYear: null }

const piecesOf = ({ title, blocks }: Template): Exclude<Piece, { kind: 'optional' }>[] =>
  [title, ...blocks.map(({ pieces }) => pieces)].flatMap(flatPieces)

/** What a template asks for of the place itself and of any it names; the same under any name is asked once. */
function numbersOf(template: Template, { place, period }: Pick<AskedBrief, 'place' | 'period'>): AskedNumber[] {
  const asked = piecesOf(template).flatMap((piece) => (piece.kind === 'figure' ? [bindingOf(piece, { place, period })] : []))
  return asked.filter(({ code, period: { to } }) => knownIndicators(to as PlainDate).has(code))
}

/** Writes a brief from the figures. @throws where there is no such place */
export async function composeAt(tx: Tx, asked: AskedBrief): Promise<{ text: BriefText; figures: BoundFigure[] }> {
  const { template, place, period } = asked
  const division = await findDivision(tx, place)
  if (!division) throw new Error(`${place} is no place`)
  const known = knownIndicators(period.to)
  const listed = piecesOf(template).flatMap((piece) => (piece.kind === 'places' && known.has(piece.code) ? [piece.code] : []))
  const below = [...new Set(listed)]
  const answers = await readAnswers(tx, numbersOf(template, asked), asked)
  const parts = await readBelow(tx, { codes: below, place, period }, asked)
  const children = below.length === 0 ? [] : await listChildren(tx, place, period.to)
  const written = composeBrief(template, {
    place: { code: place, name: division.name, office: officeOf(division.name, division.tier), whole: wholeOf(division.name) },
    children,
    period,
    day: period.to,
    knownOf: (code) => known.get(code),
    answerOf: (one) => answers.get(answerKey(one)) ?? parts.get(answerKey(one)) ?? NOTHING,
  })
  return written as { text: BriefText; figures: BoundFigure[] }
}
