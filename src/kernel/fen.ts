import { z } from 'zod'
import { withoutSpaces } from './half-width.ts'
import { ok, type Result, refuse } from './result.ts'

/** Why a text is no amount of money. */
export const FenRefusal = z.discriminatedUnion('code', [
  z.object({ code: z.literal('empty') }),
  z.object({ code: z.literal('not-an-amount') }),
  z.object({ code: z.literal('finer-than-fen') }),
  z.object({ code: z.literal('too-large') }),
])
export type FenRefusal = z.infer<typeof FenRefusal>

/** Fen on the wire, where JSON has no bigint: an integer in decimal digits that fits a `bigint` column. */
export const FenText = z.string().regex(/^(0|-?[1-9]\d{0,17})$/, { message: 'not-fen' })
export type FenText = z.infer<typeof FenText>

/** How many decimal places a unit stands above the fen. */
const PLACES = { 元: 2, 万元: 6, 亿元: 10 } as const
type MoneyUnit = keyof typeof PLACES

const SHAPE = /^([-+−]?)[¥￥]?([-+−]?)(\d{1,3}(?:,\d{3})+|\d+)?(?:\.(\d*))?([万亿]?)(元|圆|块)?[整正]?$/
const LARGEST = 999_999_999_999_999_999n

/**
 * Reads an amount as people write it: `12,345.67`, `１２，３４５．６７`, `¥300`, `1.5 万元`, `-20元`. Never passes through
 * a floating-point number. What is finer than a fen is refused, not rounded: whoever wrote it must say what they meant.
 */
export function parseFen(text: string, unit: MoneyUnit = '元'): Result<bigint, FenRefusal> {
  const written = withoutSpaces(text)
  if (written === '') return refuse({ code: 'empty' })
  const match = SHAPE.exec(written)
  const [, signBefore = '', signAfter = '', grouped = '', decimals = '', scale = '', yuan] = match ?? []
  if (!match || (signBefore && signAfter) || grouped + decimals === '') return refuse({ code: 'not-an-amount' })
  const named: MoneyUnit = scale === '万' ? '万元' : scale === '亿' ? '亿元' : yuan ? '元' : unit
  const places = PLACES[named]
  const whole = grouped.replaceAll(',', '')
  const fraction = decimals.replace(/0+$/, '')
  if (fraction.length > places) return refuse({ code: 'finer-than-fen' })
  if (whole.length > 40) return refuse({ code: 'too-large' })
  const amount = BigInt(whole + fraction.padEnd(places, '0'))
  if (amount > LARGEST) return refuse({ code: 'too-large' })
  return ok(/[-−]/.test(signBefore + signAfter) ? -amount : amount)
}

/** Yuan and fen apart, as digits. */
function parted(fen: bigint): { sign: string; yuan: string; rest: string } {
  const digits = String(fen < 0n ? -fen : fen).padStart(3, '0')
  return { sign: fen < 0n ? '-' : '', yuan: digits.slice(0, -2), rest: digits.slice(-2) }
}

const grouped = (digits: string): string => digits.replace(/\B(?=(\d{3})+$)/g, ',')

/** `1234567n` → `12,345.67`: how money stands in a table. */
export function formatFen(fen: bigint): string {
  const { sign, yuan, rest } = parted(fen)
  return `${sign}${grouped(yuan)}.${rest}`
}

/** `1234567n` → `12345.67`: how money stands in a file that a machine reads. */
export function plainFen(fen: bigint): string {
  const { sign, yuan, rest } = parted(fen)
  return `${sign}${yuan}.${rest}`
}

/** Rounded half away from zero, so that a sum and its opposite look alike. */
function divided(fen: bigint, by: bigint): bigint {
  const [size, sign] = fen < 0n ? [-fen, -1n] : [fen, 1n]
  return sign * ((size + by / 2n) / by)
}

/** An amount as a headline says it, at most two decimals: `4,015 元`, `12.35 万元`, `3.2 亿元`. Figure and unit apart, to be set in two sizes. */
export function headlineFen(fen: bigint): { figure: string; unit: MoneyUnit } {
  const size = fen < 0n ? -fen : fen
  const trimmed = (hundredths: bigint): string => formatFen(hundredths).replace(/\.?0+$/, '')
  // The border is where the rounded figure would read 10,000 of the smaller unit.
  if (size < 1_000_000n) return { figure: formatFen(fen).replace(/\.00$/, ''), unit: '元' }
  if (size < 9_999_995_000n) return { figure: trimmed(divided(fen, 10_000n)), unit: '万元' }
  return { figure: trimmed(divided(fen, 100_000_000n)), unit: '亿元' }
}
