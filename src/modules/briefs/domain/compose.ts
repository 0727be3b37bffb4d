import { type Answered, type Binding, type BoundFigure, type BriefText, type Inline, joined } from './brief.ts'
import { dropBareHeadings } from './drop-bare-headings.ts'
import type { Piece } from './parse-template.ts'
import { type KnownIndicator, sayFigure } from './say-figure.ts'
import { type Span, sayDay, sayPeriod } from './say-period.ts'
import type { Template } from './template.ts'

interface NamedPlace {
  readonly code: string
  readonly shortName: string
}

/** What a template is filled with. */
export interface Ground {
  readonly place: { readonly code: string; readonly name: string; readonly office: string; readonly whole: string }
  readonly children: readonly NamedPlace[]
  readonly period: Span
  /** The last day of the period: what stands (units, persons, open contacts) stands as on it. */
  readonly day: string
  /** Undefined where no such indicator is defined: what may be left out then is. */
  readonly knownOf: (code: string) => KnownIndicator | undefined
  readonly answerOf: (asked: Pick<Binding, 'code' | 'word' | 'place' | 'period'>) => Answered
}

/** Fills one piece with inlines; undefined where there is nothing to say. */
type Fill = (piece: Piece) => Inline[] | undefined

/**
 * Writes a brief by a template: the same template, place, period and figures make the same text. Figures are counted in
 * the order in which they stand.
 */
export function composeBrief(template: Template, ground: Ground): { text: BriefText; figures: BoundFigure[] } {
  const figures: BoundFigure[] = []
  const bind = (binding: Binding): Inline | undefined => {
    const known = ground.knownOf(binding.code)
    if (!known) return undefined
    const answered = ground.answerOf(binding)
    const key = `f${figures.length + 1}`
    figures.push({ ...binding, ...answered, key, label: known.label, words: sayFigure(binding, answered, known) })
    return { kind: 'figure', key }
  }
  const fill = makeFill(ground, bind)
  const line = (pieces: readonly Piece[]): Inline[] => joined(pieces.flatMap((piece) => optional(piece, { fill, figures }) ?? []))
  const title = line(template.title)
  const blocks = template.blocks.map(({ kind, pieces }) => ({ kind, inlines: line(pieces) }))
  return { text: { title, blocks: dropBareHeadings(blocks.filter(({ inlines }) => inlines.length > 0)) }, figures }
}

/** An optional part stands as a whole or not at all; the numbers of one that does not are forgotten. */
function optional(piece: Piece, { fill, figures }: { fill: Fill; figures: BoundFigure[] }): Inline[] | undefined {
  if (piece.kind !== 'optional') return fill(piece)
  const before = figures.length
  const parts = piece.pieces.map(fill)
  const said = figures.slice(before)
  if (parts.every((part) => part !== undefined) && said.every(({ value }) => value !== null && value !== 0)) return parts.flat()
  figures.length = before
  return undefined
}

/** What a figure of a template is bound to in a brief of a place and a period. */
export const bindingOf = (
  { code, word, at, within, say, as, against }: Extract<Piece, { kind: 'figure' }>,
  { place, period }: Pick<Binding, 'place' | 'period'>,
): Binding => ({
  code,
  ...(word === undefined ? {} : { word }),
  place: at ?? place,
  period: { ...period, ...within },
  say,
  as,
  against,
})

function makeFill(ground: Ground, bind: (binding: Binding) => Inline | undefined): Fill {
  const { place, period, day } = ground
  const words = { place: place.name, office: place.office, whole: place.whole, period: sayPeriod(period), day: sayDay(day) }
  return (piece) => {
    if (piece.kind === 'text' || piece.kind === 'mark') return [piece]
    if (piece.kind === 'word') return [{ kind: 'mark', text: words[piece.word] }]
    if (piece.kind === 'places') return fillPlaces(piece, ground, bind)
    if (piece.kind !== 'figure') return undefined
    const figure = bind(bindingOf(piece, { place: place.code, period }))
    return figure && [figure]
  }
}

/** The places below with the largest figures: 渝北区（1200次）、巴南区（800次）. Equal ones in the order of their codes. */
function fillPlaces(
  { code, top, as }: Extract<Piece, { kind: 'places' }>,
  { children, period, answerOf, knownOf }: Ground,
  bind: (binding: Binding) => Inline | undefined,
): Inline[] | undefined {
  if (!knownOf(code)) return undefined
  const ranked = children
    .map((child) => ({ ...child, value: answerOf({ code, place: child.code, period }).value ?? 0 }))
    .filter(({ value }) => value > 0)
    .toSorted((one, other) => other.value - one.value || (one.code < other.code ? -1 : 1))
    .slice(0, top)
  if (ranked.length === 0) return undefined
  return ranked.flatMap(({ code: child, shortName }, at): Inline[] => {
    const figure = bind({ code, place: child, period, say: 'exact', as })
    const name: Inline[] = [
      { kind: 'text', text: at === 0 ? '' : '、' },
      { kind: 'mark', text: shortName },
    ]
    return figure ? [...name, { kind: 'text', text: '（' }, figure, { kind: 'text', text: '）' }] : []
  })
}
