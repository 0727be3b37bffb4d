import type { Value } from '../../contract.ts'
import { lengthOf } from '../../domain/calendar.ts'
import type { Formula } from '../../domain/definition.ts'
import type { Window } from '../../domain/months.ts'
import type { DerivedOf } from './read-derived.ts'
import { settingOf } from './settings.ts'

interface Known {
  readonly formulaOf: (code: string, on: string) => Formula | undefined
  readonly amount: (code: string, node: string, window: Window) => number
  readonly derived: DerivedOf
}

/** The value of any indicator at a node over a window, from amounts and what is derived: the one place where forms are put together. */
export function valuesFrom({ formulaOf, amount, derived }: Known): (code: string, node: string, window: Window) => Value {
  const read = (code: string, node: string, window: Window): Value => {
    const formula = formulaOf(code, window.to)
    switch (formula?.form) {
      case 'ratio': {
        const [numerator, denominator] = [read(formula.over, node, window).value ?? 0, read(formula.under, node, window).value ?? 0]
        return { value: denominator === 0 ? null : (numerator / denominator) * formula.per, numerator, denominator }
      }
      case 'total':
        return { value: formula.of.reduce((sum, one) => sum + (read(one, node, window).value ?? 0), 0) }
      case 'calendar':
        return { value: lengthOf(window, formula.unit) }
      case 'setting':
        return { value: settingOf(formula.name) }
      default: {
        const value = derived(code, node, window)
        return { value: value === undefined ? amount(code, node, window) : value }
      }
    }
  }
  return read
}
