import type { Tx } from '../../../platform/database/tx.ts'
import type { BoundFigure } from '../contract-words.ts'
import { sayFigure } from '../domain/say-figure.ts'
import { answerKey, type Knowing, knownIndicators, readAnswers } from './read-answers.ts'

type Unanswered = Omit<BoundFigure, 'label' | 'words' | 'value' | 'previous' | 'lastYear'>

/** Asks the store for bindings, as many places and periods as they name. @throws where one names no indicator of its period */
export async function answerBindings(tx: Tx, bindings: readonly Unanswered[], knowing: Knowing): Promise<BoundFigure[]> {
  const known = bindings.map(({ code, period }) => {
    const indicator = knownIndicators(period.to).get(code)
    if (!indicator) throw new Error(`${code} is not defined for ${period.to}`)
    return indicator
  })
  const answers = await readAnswers(tx, bindings, knowing)
  return bindings.flatMap((binding, at) => {
    const [indicator, answer] = [known[at], answers.get(answerKey(binding))]
    if (!indicator || !answer) return []
    return [{ ...binding, ...answer, label: indicator.label, words: sayFigure(binding, answer, indicator) }]
  })
}
