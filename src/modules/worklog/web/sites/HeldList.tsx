import { Alarm } from '../../../../ui/parts/Alarm.tsx'
import { useText } from '../../../../ui/text/use-text.ts'
import type { HeldBack, KindOnDesk, SiteOnDesk } from '../../contract.ts'
import { useKindWords } from '../kind-words.ts'
import { workMessages } from '../messages.ts'

interface HeldListProps {
  held: readonly HeldBack[]
  rows: readonly SiteOnDesk[]
  kind: KindOnDesk | undefined
}

/** What was not published, each with its reason and where to put it right. */
export function HeldList({ held, rows, kind }: HeldListProps) {
  const text = useText(workMessages)
  const { nameOf } = useKindWords()
  if (held.length === 0) return null
  const fieldName = (code: string | undefined): string => {
    const field = kind?.fields.find((one) => one.code === code)
    return field ? nameOf(field) : ''
  }
  return (
    <Alarm title={text('work.sites.held', { count: held.length })}>
      <ul>
        {held.map(({ recordId, why, field }) => (
          <li key={recordId}>
            <b>{rows.find((row) => row.recordId === recordId)?.name}</b> {text(`work.sites.why.${why}`, { field: fieldName(field) })}
          </li>
        ))}
      </ul>
    </Alarm>
  )
}
