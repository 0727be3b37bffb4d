import { useText } from '../../../ui/text/use-text.ts'
import type { Cohort } from '../contract.ts'
import { placementWords } from './messages-words.ts'

/** What things of placement are called: states, ways, cohorts. */
export function usePlacementWords() {
  const text = useText(placementWords)
  return {
    text,
    cohort: ({ year, season, group }: Pick<Cohort, 'year' | 'season' | 'group'>) =>
      text('placement.cohort', { year, season: text(`placement.season.${season}`), group: text(`placement.group.${group}`) }),
    method: ({ method, weights }: Pick<Cohort, 'method' | 'weights'>) =>
      method === 'points' ? text('placement.method.points') : text('placement.method.exam', weights),
    /** A condition or a step by its code; a code without words is shown as it is. */
    condition: (code: string) => text(`placement.condition.${code}` as 'placement.condition.midRank'),
    step: (code: string) => text(`placement.step.${code}` as 'placement.step.add'),
  }
}
