import { view } from '../../../../platform/actions/declare.ts'
import * as contract from '../../contract.ts'
import { offsetTax } from '../../domain/offset-tax.ts'
import { SHIPPED } from './shipped-rates.ts'

const NOTHING = { rule: null, upliftPercent: 0, capFen: '0', lines: [], reducedFen: '0', unusedFen: '0' }

export const estimateOffset = view(contract.estimateOffset, {
  grant: 'claim.read',
  where: (_, { actor }) => actor.unitCode,
  async run(_, { kind, year, months, persons, upliftPercent, taxes }) {
    const day = `${year}-12-31`
    const rule = SHIPPED.offsets.find((one) => one.kind === kind && one.from <= day && (one.to === null || one.to >= day))
    if (!rule) return NOTHING
    const owed = contract.Tax.options.map((tax) => ({ tax, fen: BigInt(taxes[tax] ?? '0') }))
    const heads = kind === 'selfEmployed' ? 1 : persons
    const done = offsetTax(
      { baseFen: BigInt(rule.baseFen), mostUpliftPercent: rule.mostUpliftPercent },
      { months, persons: heads, upliftPercent, owed },
    )
    const { zh: name, source, isVerified, mostUpliftPercent } = rule
    return {
      rule: { name, source, isVerified, mostUpliftPercent },
      upliftPercent: done.upliftPercent,
      capFen: String(done.capFen),
      lines: done.lines.map(({ tax, owedFen, reducedFen }) => ({
        tax: tax as contract.Tax,
        owedFen: String(owedFen),
        reducedFen: String(reducedFen),
      })),
      reducedFen: String(done.reducedFen),
      unusedFen: String(done.unusedFen),
    }
  },
})
