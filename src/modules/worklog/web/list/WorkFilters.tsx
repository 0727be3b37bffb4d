import { PlainDate } from '../../../../kernel/plain-date.ts'
import { useAsked } from '../../../../ui/state/use-asked.ts'
import { useText } from '../../../../ui/text/use-text.ts'
import type { KindOnDesk } from '../../contract.ts'
import { useKindWords } from '../kind-words.ts'
import { workMessages } from '../messages.ts'

type Name = 'from' | 'to' | 'kind'

/** Kind and days, kept in the address. What is no day is left aside. */
export function useWorkFilter() {
  const { params, ask } = useAsked()
  const dayOf = (name: 'from' | 'to') => PlainDate.safeParse(params.get(name)).data
  const [from, to, kind] = [dayOf('from'), dayOf('to'), params.get('kind')]
  const set = (name: Name, value: string) => ask({ [name]: value })
  return { asked: { ...(from ? { from } : {}), ...(to ? { to } : {}), ...(kind ? { kind } : {}) }, set }
}

interface WorkFiltersProps extends ReturnType<typeof useWorkFilter> {
  kinds: readonly KindOnDesk[]
}

export function WorkFilters({ kinds, asked, set }: WorkFiltersProps) {
  const text = useText(workMessages)
  const { nameOf } = useKindWords()
  return (
    <div className="work-filters">
      <select
        className="plain-select"
        aria-label={text('work.kind')}
        value={asked.kind ?? ''}
        onChange={(event) => set('kind', event.target.value)}
      >
        <option value="">{text('work.anyKind')}</option>
        {kinds.map((kind) => (
          <option key={kind.code} value={kind.code}>
            {nameOf(kind)}
          </option>
        ))}
      </select>
      {(['from', 'to'] as const).map((name) => (
        <label key={name}>
          {text(`work.${name}`)} <input type="date" value={asked[name] ?? ''} onChange={(event) => set(name, event.target.value)} />
        </label>
      ))}
    </div>
  )
}
