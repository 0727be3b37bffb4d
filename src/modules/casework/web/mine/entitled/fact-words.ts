import { useDay } from '../../../../../ui/plain/use-day.ts'
import { useText } from '../../../../../ui/text/use-text.ts'
import { matterWordMessages } from '../../matters/messages-words.ts'
import { entitledMessages } from './messages-entitled.ts'

/** Facts by their codes, as people say them. */
export function useFactWords() {
  const words = useText(matterWordMessages)
  const text = useText(entitledMessages)
  const day = useDay()
  const name = (fact: string): string => words(`matters.fact.${fact}` as 'matters.fact.age')
  /** What the file says; undefined where it is a code that no sentence words. */
  const value = (fact: string, said: string): string | undefined => {
    if (said === 'true' || said === 'false') return text(`mine.entitled.value.${said}`)
    if (fact === 'disabilityGrade') return text('mine.entitled.value.grade', { value: said })
    if (fact === 'age') return text('mine.entitled.value.age', { value: said })
    if (fact === 'daysSinceDischarge') return text('mine.entitled.value.days', { value: said })
    if (fact === 'enlistedOn') return day(said)
    if (fact === 'disabilityCause' && (said === 'war' || said === 'duty' || said === 'illness')) return text(`mine.entitled.value.${said}`)
    return undefined
  }
  return { name, value, list: (facts: readonly string[]) => facts.map(name).join('、') }
}
