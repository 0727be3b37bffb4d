import { useText } from '../../../../ui/text/use-text.ts'
import type { PersonFilter } from '../../contract.ts'
import { registryMessages } from '../messages.ts'
import { useClasses } from '../use-classes.ts'
import { shortPlace, useRegion } from '../use-region.ts'
import { filterWords } from './filter-words.ts'

/** Who is in a roster, in words: 双凤桥街道 凤鸣路社区 · 在册 · 女 · 60 岁以上. */
export function FilterLine({ filter }: { filter: PersonFilter }) {
  const text = useText(registryMessages)
  const { nameOf } = useClasses()
  const place = useRegion(filter.place)
  const words = [place ? shortPlace(place) : filter.place, ...filterWords(filter, { text, nameOf })]
  return <p className="export-line">{text('registry.export.who', { words: words.join(' · ') })}</p>
}
