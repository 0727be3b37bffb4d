import type { PersonId } from '../../../../kernel/id.ts'
import type { UnitCode } from '../../../../kernel/region-code.ts'
import { useAccount } from '../../../../ui/api/use-session.ts'
import { useView } from '../../../../ui/api/use-view.ts'
import { EmptyState } from '../../../../ui/parts/EmptyState.tsx'
import { Timeline } from '../../../../ui/parts/Timeline.tsx'
import { ViewState } from '../../../../ui/parts/ViewState.tsx'
import { useText } from '../../../../ui/text/use-text.ts'
import { listWork, listWorkKinds, type WorkRecord } from '../../contract.ts'
import { answersOf, useKindWords } from '../kind-words.ts'
import { workMessages } from '../messages.ts'

const SHOWN = 20

/** The latest records that name one person: posts held, courses, activities. */
export function WorkOfPerson({ personId }: { personId: string }) {
  const text = useText(workMessages)
  const words = useKindWords()
  const place = useAccount().unitCode as UnitCode
  const kinds = useView(listWorkKinds, { place }, { staleTime: 60_000 })
  const records = useView(listWork, { personId: personId as PersonId, limit: SHOWN })
  const itemOf = (record: WorkRecord) => {
    const kind = kinds.data?.kinds.find(({ code }) => code === record.kind)
    const said = answersOf(record, kind, words).map(({ name, answer }) => `${name} ${answer}`)
    const until = record.until === null ? [] : [`${text('work.until')} ${record.until}`]
    const why = record.counterReason === null ? [] : [text('work.because', { reason: record.counterReason })]
    const title = `${kind ? words.nameOf(kind) : record.kind}${record.state === 'counts' ? '' : ` · ${text(`work.state.${record.state}`)}`}`
    return { key: record.id, when: record.on, title, words: [...said, ...until, ...why].join(' · ') }
  }
  return (
    <ViewState query={records}>
      {({ rows }) =>
        rows.length === 0 ? <EmptyState title={text('work.empty')} /> : <Timeline label={text('work.label')} items={rows.map(itemOf)} />
      }
    </ViewState>
  )
}
