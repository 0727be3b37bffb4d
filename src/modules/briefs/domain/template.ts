import type { BlockKind } from './brief.ts'
import { findNumbers } from './find-numbers.ts'
import { codesIn, flatPieces, type Piece, parseTemplate } from './parse-template.ts'

/** The house genres of a brief. */
export const GENRES = ['oneTwoThreeFour', 'press', 'brief', 'work'] as const
export type Genre = (typeof GENRES)[number]

/** For which periods a template is meant. */
export const RHYTHMS = ['week', 'month', 'halfYear', 'any'] as const
export type Rhythm = (typeof RHYTHMS)[number]

/** A template as its file says it. */
export interface FiledTemplate {
  readonly code: string
  readonly zh: string
  readonly en: string
  readonly genre: Genre
  readonly rhythm: Rhythm
  /** Its figures that are closed monthly are only those that a province has locked. */
  readonly needsLocked?: boolean | undefined
  readonly title: string
  readonly blocks: readonly { readonly kind: BlockKind; readonly text: string }[]
}

export interface Template extends Omit<FiledTemplate, 'title' | 'blocks'> {
  readonly title: readonly Piece[]
  readonly blocks: readonly { readonly kind: BlockKind; readonly pieces: readonly Piece[] }[]
  /** Indicators it is bound to. */
  readonly codes: readonly string[]
}

/** Numbers that stand in a line as text. */
const bareNumbers = (pieces: readonly Piece[]): string[] =>
  flatPieces(pieces).flatMap((piece) => (piece.kind === 'text' ? findNumbers(piece.text) : []))

/**
 * Reads a template. @throws naming the template, the token or the number without a source: a template with a typed number
 * stops the start.
 */
export function readTemplate(filed: FiledTemplate): Template {
  const title = parseTemplate(filed.title)
  const blocks = filed.blocks.map(({ kind, text }) => ({ kind, pieces: parseTemplate(text) }))
  const lines = [title, ...blocks.map(({ pieces }) => pieces)]
  const bare = lines.flatMap(bareNumbers)
  if (bare.length > 0) throw new Error(`template ${filed.code}: ${bare.join(', ')} has no source; bind it or mark it with {{name …}}`)
  return { ...filed, title, blocks, codes: [...new Set(lines.flatMap(codesIn))] }
}

/** Indicators that a template needs everywhere: outside of what may be left out. */
export const requiredCodes = ({ title, blocks }: Template): string[] => [
  ...new Set([title, ...blocks.map(({ pieces }) => pieces)].flatMap((pieces) => codesIn(pieces.filter(({ kind }) => kind !== 'optional')))),
]
