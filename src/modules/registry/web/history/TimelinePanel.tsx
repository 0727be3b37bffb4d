import { useQueries } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import type { z } from 'zod'
import { dayInChina } from '../../../../kernel/china-time.ts'
import { useLive } from '../../../../ui/api/use-live.ts'
import { useAccount } from '../../../../ui/api/use-session.ts'
import { useView, viewKey } from '../../../../ui/api/use-view.ts'
import { Panel } from '../../../../ui/layout/Panel.tsx'
import { EmptyState } from '../../../../ui/parts/EmptyState.tsx'
import { Timeline } from '../../../../ui/parts/Timeline.tsx'
import { ViewState } from '../../../../ui/parts/ViewState.tsx'
import { type PersonEvent, type PersonPart, usePersonParts } from '../../../../ui/person-part.ts'
import { day } from '../../../../ui/text/format.ts'
import { useLanguage } from '../../../../ui/text/language.ts'
import { useText } from '../../../../ui/text/use-text.ts'
import { listTimeline, type TimelineEntry } from '../../contract.ts'
import type { Edit } from '../file/editing.ts'
import { byWords } from '../file/file-words.ts'
import { isRegistryKey, type RegistryText, registryMessages } from '../messages.ts'
import { useToday } from '../use-today.ts'
import { mergeEvents } from './merge-events.ts'

type Entry = z.output<typeof TimelineEntry>

/** The right column: all that passed, from the registry and from every other module, newest first. */
export function TimelinePanel({ personId, onEdit }: { personId: string; onEdit: Edit }) {
  const text = useText(registryMessages)
  const me = useAccount().id
  const year = Number(useToday().slice(0, 4))
  const [limit, setLimit] = useState(30)
  const query = useView(listTimeline, { personId, limit }, { keepPrevious: true })
  const others = usePartEvents(personId)
  const undoable = query.data?.rows.filter(({ canUndo }) => canUndo) ?? []
  return (
    <Panel
      title={text('registry.file.timeline')}
      foot={
        query.data?.next === undefined ? undefined : (
          <Button type="text" className="link-button earlier" onClick={() => setLimit(Math.min(500, limit + 70))}>
            {text('registry.file.earlier')}
          </Button>
        )
      }
    >
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard */}
      <section className="scroll grow-down" tabIndex={0} aria-label={text('registry.file.timeline')}>
        {others.failed.map((part) => (
          <p key={part} className="pad amber">
            {text('registry.file.partFailed', { part })}
          </p>
        ))}
        {undoable.map(({ ref }) => (
          <p key={ref} className="pad">
            <Button onClick={() => onEdit({ what: 'undoMerge', mergeId: ref })}>{text('registry.merge.undo')}</Button>
          </p>
        ))}
        <ViewState query={query}>
          {({ rows, next }) => {
            const own = rows.map((row) => eventOf(row, me, text))
            const events = mergeEvents([own, ...others.lists], next === undefined ? undefined : rows.at(-1)?.at)
            const items = events.map(({ at, ...event }) => ({ ...event, when: day(at.length === 10 ? at : dayInChina(at), year) }))
            return items.length === 0 ? (
              <EmptyState title={text('registry.file.timelineNone')} />
            ) : (
              <Timeline items={items} label={text('registry.file.timeline')} />
            )
          }}
        </ViewState>
      </section>
    </Panel>
  )
}

function eventOf(entry: Entry, me: string, text: RegistryText): PersonEvent {
  const fields = entry.fields.map((field) => {
    const key = `registry.field.${field}`
    return isRegistryKey(key) ? text(key) : field
  })
  const isWhole = entry.kind === 'captured'
  const title = text(`registry.event.${entry.kind}`)
  const words = [
    isWhole ? '' : fields.join(text('registry.list')),
    entry.text === title ? '' : (entry.text ?? ''),
    byWords(entry.by, me, text),
  ].filter((part) => part !== '')
  return {
    key: `${entry.kind}.${entry.ref}`,
    at: entry.at,
    title,
    ...(words.length === 0 ? {} : { words: words.join(' · ') }),
    ...(isWhole ? { tone: 'green' as const } : {}),
  }
}

/** What the other modules have for the timeline; one that fails says so and hides nothing else. */
function usePartEvents(personId: string): { lists: PersonEvent[][]; failed: string[] } {
  const language = useLanguage()
  const parts = usePersonParts().filter((part): part is PersonPart & Required<Pick<PersonPart, 'events'>> => part.events !== undefined)
  const answers = useQueries({
    queries: parts.map(({ key, events }) => ({ queryKey: viewKey(`events.${key}`, { personId }), queryFn: () => events(personId) })),
  })
  useLive(
    parts.flatMap(({ live }) => live ?? []),
    () => answers.forEach((answer) => void answer.refetch()),
  )
  return {
    lists: answers.map(({ data }) => data ?? []),
    failed: answers.flatMap(({ error }, at) => (error ? [parts[at]?.label[language] ?? ''] : [])),
  }
}
