import { BANDS } from '../../../network/index.ts'

/** Numbers that the network works by, where their files set them. A page that shows one cannot differ from a figure of it. */
const VALUES = {
  bandLargeFrom: BANDS.large.from,
  bandMiddleFrom: BANDS.middle.from,
  bandMiddleBelow: BANDS.middle.below,
} as const

export const SETTINGS = Object.keys(VALUES) as (keyof typeof VALUES)[]

export const settingOf = (name: string): number | null => (VALUES as Readonly<Record<string, number>>)[name] ?? null
