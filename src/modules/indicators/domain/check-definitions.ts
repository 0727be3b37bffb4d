import { type Definition, isCounted, namedBy } from './definition.ts'
import { isKeyed } from './derived.ts'

const FOREVER = '9999-12-31'

function overlapsOf(definition: Definition, others: readonly Definition[]): string[] {
  const to = definition.validTo ?? FOREVER
  return others
    .filter((other) => other !== definition && other.code === definition.code)
    .filter((other) => other.validFrom >= definition.validFrom && other.validFrom < to)
    .map((other) => `${definition.code}: valid from ${definition.validFrom} and again from ${other.validFrom}`)
}

/** The way from an indicator back to itself, or undefined where there is none. */
function cycleOf(definitions: readonly Definition[], code: string, seen: readonly string[] = []): string | undefined {
  if (seen.includes(code)) return [...seen, code].join(' → ')
  for (const { formula } of definitions.filter((definition) => definition.code === code)) {
    const found = namedBy(formula)
      .map((next) => cycleOf(definitions, next, [...seen, code]))
      .find((cycle) => cycle !== undefined)
    if (found !== undefined) return found
  }
  return undefined
}

/** What is read by a key is read from a sum, turn-outs or a stock; and what happens in months or years, not from a stock. */
function unfitOf({ code, formula }: Definition, definitions: readonly Definition[]): string[] {
  if (!isKeyed(formula) || formula.form === 'peak') return []
  const { form, of } = formula
  const fits = form === 'streak' || form === 'months' ? ['sum', 'turnouts'] : ['sum', 'turnouts', 'stock']
  const isFit = definitions.every((one) => one.code !== of || (isCounted(one.formula) && fits.includes(one.formula.form)))
  return isFit ? [] : [`${code}: ${of} is not a ${fits.join(' or ')}`]
}

function faultsOf(definition: Definition, definitions: readonly Definition[]): string[] {
  const { code, formula, validFrom, validTo, fair } = definition
  const known = new Set(definitions.map((other) => other.code))
  const named = [...namedBy(formula), ...(fair ? [fair.under] : [])]
  const forms = new Set(definitions.filter((other) => other.code === code).map((other) => other.formula.form))
  return [
    ...named.filter((name) => !known.has(name)).map((name) => `${code}: there is no indicator ${name}`),
    ...(validTo !== undefined && validTo <= validFrom ? [`${code}: ends on ${validTo}, before it begins`] : []),
    ...unfitOf(definition, definitions),
    ...(forms.size > 1 ? [`${code}: changes its form from one version to the next, which needs a new code`] : []),
    ...overlapsOf(definition, definitions),
  ]
}

/** Everything wrong with a set of definitions, one sentence each: unknown codes, overlapping days, ratios that lead back to themselves. */
export function checkDefinitions(definitions: readonly Definition[]): string[] {
  const codes = [...new Set(definitions.map(({ code }) => code))]
  const cycles = codes.map((code) => cycleOf(definitions, code)).filter((cycle) => cycle !== undefined)
  const faults = definitions.flatMap((definition) => faultsOf(definition, definitions))
  return [...new Set([...faults, ...cycles.map((cycle) => `a ratio of itself: ${cycle}`)])]
}
