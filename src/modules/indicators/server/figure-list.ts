import type { PlainDate } from '../../../kernel/plain-date.ts'
import type { Indicator } from '../contract.ts'
import { countedCodes, type Definition, isCounted, namedBy } from '../domain/definition.ts'
import { definitions } from './definitions.ts'
import { findDefinition } from './figures.ts'
import { kindsOf } from './kinds.ts'

function indicatorOf({ code, zh, en, meaningZh, meaningEn, unitKind, formula, better, fair }: Definition): Indicator {
  const parts = isCounted(formula) ? { splitBy: formula.splitBy } : workedOutOf(formula)
  const shared = fair ? { fairUnder: fair.under, fairPer: fair.per } : {}
  const facts = kindsOf([code, ...countedCodes(definitions, code)])
  return { code, zh, en, meaningZh, meaningEn, unitKind, form: formula.form, better, ...parts, ...shared, facts }
}

const workedOutOf = (formula: Definition['formula']) =>
  formula.form === 'ratio' ? { over: formula.over, under: formula.under, per: formula.per } : { over: namedBy(formula)[0] }

/** Every indicator as it is defined on a day, in the order of the files. */
export const listIndicators = (on: PlainDate): Indicator[] =>
  [...new Set(definitions.map(({ code }) => code))].flatMap((code) => {
    const definition = findDefinition(code, on)
    return definition ? [indicatorOf(definition)] : []
  })

export const isKnown = (code: string): boolean => definitions.some((definition) => definition.code === code)
