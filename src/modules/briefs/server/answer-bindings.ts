import type { PlainDate } from '../../../kernel/plain-date.ts'
import type { RegionCode } from '../../../kernel/region-code.ts'
import type { Tx } from '../../../platform/database/tx.ts'
import type { BoundFigure } from '../contract-words.ts'
import { sayFigure } from '../domain/say-figure.ts'
import { answerKey, knownIndicators, readAnswers } from './read-answers.ts'

type Unanswered = Omit<BoundFigure, 'label' | 'words' | 'value' | 'previous' | 'lastYear'>

/** Asks the store for bindings, as many places as they name. */
export async function answerBindings(tx: Tx, bindings: readonly Unanswered[], asOf: PlainDate | undefined): Promise<BoundFigure[]> {
  const answered: BoundFigure[] = []
  const groups = new Map<string, Unanswered[]>()
  for (const binding of bindings) {
    const key = [binding.place, binding.period.from, binding.period.to].join(' ')
    groups.set(key, [...(groups.get(key) ?? []), binding])
  }
  for (const group of groups.values()) {
    const [first] = group
    if (!first) continue
    const known = knownIndicators(first.period.to)
    const codes = [...new Set(group.map(({ code }) => code))].filter((code) => known.has(code))
    const { place, period } = first
    const answers = await readAnswers(tx, { codes, place: place as RegionCode, period, children: false, asOf })
    for (const binding of group) {
      const indicator = known.get(binding.code)
      const answer = answers.get(answerKey(binding.code, place))
      if (!indicator || !answer) throw new Error(`${binding.code} is not defined for ${period.to}`)
      answered.push({ ...binding, ...answer, label: indicator.label, words: sayFigure(binding, answer, indicator) })
    }
  }
  const order = new Map(bindings.map(({ key }, at) => [key, at]))
  return answered.toSorted((one, other) => (order.get(one.key) ?? 0) - (order.get(other.key) ?? 0))
}
