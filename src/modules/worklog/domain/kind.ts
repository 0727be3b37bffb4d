import type { Tier } from '../../../kernel/region-code.ts'

/** What a number counts: the word of the field, never to be added up with another. */
export const QUANTITY_UNITS = [
  '人',
  '人次',
  '件',
  '场',
  '次',
  '处',
  '个',
  '家',
  '户',
  '支',
  '届',
  '项',
  '份',
  '期',
  '学时',
  '小时',
  '天',
  '年',
  '平方米',
  '枚',
] as const
export type QuantityUnit = (typeof QUANTITY_UNITS)[number]

/** The areas of the catalogue, as the mission map orders them. */
export const AREAS = [
  'network',
  'outreach',
  'placement',
  'training',
  'employment',
  'care',
  'rights',
  'memorial',
  'support',
  'honour',
  'party',
] as const
export type Area = (typeof AREAS)[number]

/** The five functions of a station (就业创业、走访慰问、帮扶解困、权益维护、思想引领), and work of the house itself. */
export const DUTIES = ['employment', 'visits', 'assistance', 'rights', 'ideology', 'house'] as const
export type Duty = (typeof DUTIES)[number]

export const PRESENCES = ['none', 'optional', 'required'] as const
export type Presence = (typeof PRESENCES)[number]

export interface Choice {
  readonly code: string
  readonly zh: string
  readonly en: string
}

/** `text` is a name or a title and stands in lists; `note` is free writing and is kept sealed. */
export interface KindField {
  readonly code: string
  readonly zh: string
  readonly en: string
  readonly type: 'text' | 'note' | 'number' | 'money' | 'date' | 'choice'
  readonly required: boolean
  /** Of a number. */
  readonly unit?: QuantityUnit | undefined
  /** Of a choice. */
  readonly choices?: readonly Choice[] | undefined
  /** Of a number that is a part: the field of the whole, which it never exceeds where both are given. */
  readonly atMost?: string | undefined
}

/** A kind of record as data: its form, who may use it, and with its quantities and choices the facts that it emits. */
export interface WorkKind {
  readonly code: string
  readonly version: number
  readonly zh: string
  readonly en: string
  readonly area: Area
  readonly duty: Duty
  /** Rows of the mission map that it carries: A001 … A186. */
  readonly mechanisms: readonly string[]
  /** The workflow that has the same work step by step; the kind stays for what was done without it. */
  readonly grewInto?: { readonly zh: string; readonly en: string } | undefined
  readonly tiers: readonly Tier[]
  /** A record stands for something that lasts: a team, a post, a site. It counts from its day until it ends. */
  readonly state: boolean
  readonly people: Presence
  readonly organisation: Presence
  readonly fields: readonly KindField[]
}

/** Kinds that an office made for its own range: `p500112n3`, the third of 渝北区. Those of the house have letters only. */
export const isOwnCode = (code: string): boolean => /^p\d{2,12}n\d{1,4}$/.test(code)
