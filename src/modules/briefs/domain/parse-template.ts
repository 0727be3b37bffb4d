import { SAYINGS, type Saying } from './say-amount.ts'
import { AGAINST, type Against } from './say-change.ts'
import type { Span } from './say-period.ts'

/** What a template's text is made of. */
export type Piece =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'mark'; readonly text: string }
  | { readonly kind: 'word'; readonly word: 'place' | 'office' | 'period' | 'whole' | 'day' }
  | {
      readonly kind: 'figure'
      readonly code: string
      /** Only what bears this word of the indicator's dimension. */
      readonly word?: string
      /** A place other than the one of the brief. */
      readonly at?: string
      /** A period other than the one of the brief; only one of its days where the other is the brief's. */
      readonly within?: Partial<Span>
      readonly say: Saying
      readonly as?: string
      readonly against?: Against
    }
  | { readonly kind: 'places'; readonly code: string; readonly top: number; readonly as?: string }
  | { readonly kind: 'optional'; readonly pieces: readonly Piece[] }

const WORDS = ['place', 'office', 'period', 'whole', 'day'] as const
const TOKEN = /\{\{(.+?)\}\}/g
const OPTIONAL = /\[\[(.+?)\]\]/gs

const isOneOf = <T extends string>(words: readonly T[], word: string | undefined): word is T => words.some((one) => one === word)

const DAY = /^\d{4}-\d{2}-\d{2}$/

/** The indicator, its word, and where and when other than the brief. @throws on what is no place or no day */
function boundTo(token: string, options: ReadonlyMap<string, string>) {
  const [code = '', word] = token.split('/')
  const [at, from, to] = [options.get('at'), options.get('from'), options.get('to')]
  if (at !== undefined && !/^\d{12}$/.test(at)) throw new Error(`${at} is no place`)
  for (const day of [from, to]) if (day !== undefined && !DAY.test(day)) throw new Error(`${day} is no day`)
  const within = { ...(from === undefined ? {} : { from }), ...(to === undefined ? {} : { to }) }
  return {
    code,
    ...(word === undefined ? {} : { word }),
    ...(at === undefined ? {} : { at }),
    ...(from === undefined && to === undefined ? {} : { within }),
  }
}

/**
 * `{{figure visits say=more as=次}}`, `{{figure visits/routine at=500112000000 from=2020-01-01 to=2020-12-31}}`, `{{change visits lastYear}}`, `{{places visits top=3}}`,
 * `{{name 五有}}`, `{{place}}`, `{{office}}`.
 */
function readToken(token: string): Piece {
  const [head = '', code = '', ...rest] = token.trim().split(/\s+/)
  if (isOneOf(WORDS, head)) return { kind: 'word', word: head }
  if (head === 'name' && code !== '') return { kind: 'mark', text: token.trim().slice('name '.length).trim() }
  const options = new Map(rest.map((option) => option.split('=') as [string, string]))
  const as = options.get('as')
  const measure = as === undefined ? {} : { as }
  if (head === 'figure') {
    const say = options.get('say') ?? 'exact'
    if (isOneOf(SAYINGS, say)) return { kind: 'figure', ...boundTo(code, options), say, ...measure }
  }
  if (head === 'change' && isOneOf(AGAINST, rest[0])) return { kind: 'figure', code, say: 'exact', against: rest[0] }
  if (head === 'places') return { kind: 'places', code, top: Number(options.get('top') ?? 3), ...measure }
  throw new Error(`{{${token}}} is no token of a template`)
}

function readFlat(text: string): Piece[] {
  const pieces: Piece[] = []
  let at = 0
  for (const match of text.matchAll(TOKEN)) {
    if (match.index > at) pieces.push({ kind: 'text', text: text.slice(at, match.index) })
    pieces.push(readToken(match[1] ?? ''))
    at = match.index + match[0].length
  }
  if (at < text.length) pieces.push({ kind: 'text', text: text.slice(at) })
  return pieces
}

/**
 * Reads a line of a template. What stands in `[[…]]` is left out where one of its numbers is nothing or is not counted yet.
 * @throws naming a token that is none
 */
export function parseTemplate(text: string): Piece[] {
  const pieces: Piece[] = []
  let at = 0
  for (const match of text.matchAll(OPTIONAL)) {
    pieces.push(...readFlat(text.slice(at, match.index)), { kind: 'optional', pieces: readFlat(match[1] ?? '') })
    at = match.index + match[0].length
  }
  return [...pieces, ...readFlat(text.slice(at))]
}

/** Everything in a line, whatever it stands in. */
export const flatPieces = (pieces: readonly Piece[]): Exclude<Piece, { kind: 'optional' }>[] =>
  pieces.flatMap((piece) => (piece.kind === 'optional' ? flatPieces(piece.pieces) : [piece]))

/** Codes of the indicators that a line is bound to. */
export const codesIn = (pieces: readonly Piece[]): string[] =>
  flatPieces(pieces).flatMap((piece) => (piece.kind === 'figure' || piece.kind === 'places' ? [piece.code] : []))
