import type { UseQueryResult } from '@tanstack/react-query'
import { Input } from 'antd'
import type { ReactNode } from 'react'
import type { ProblemError } from '../../../../ui/api/problem.ts'
import type { Action } from '../../../../ui/api/use-action.ts'
import { FormField } from '../../../../ui/fields/FormField.tsx'
import { LineField } from '../../../../ui/fields/LineField.tsx'
import { ActionDrawer } from '../../../../ui/layout/ActionDrawer.tsx'
import { ErrorState } from '../../../../ui/parts/ErrorState.tsx'
import { useDay } from '../../../../ui/plain/use-day.ts'
import { useText } from '../../../../ui/text/use-text.ts'
import type { DraftAsIs, Offer, RoundRefusal } from '../../contract.ts'
import { CohortField, PostsField, useWrongAt } from './draft-fields.tsx'
import { roundMessages } from './messages-rounds.ts'
import { RoundRefused } from './RoundRefused.tsx'

/** Who drafts a round, and where it goes on. */
export interface DraftProps {
  place: string
  onClose: () => void
  onDone: (roundId: string) => void
  /** The draft that is changed; a new one where left out. */
  given?: DraftAsIs
}

/** What every round is drafted with, whatever its way. */
export interface CommonDraft {
  readonly title: string
  readonly cohortId: string
  readonly postIds: readonly string[]
  readonly source: string
  readonly on: string
}

export const NO_DRAFT: CommonDraft = { title: '', cohortId: '', postIds: [], source: '', on: '' }

export const commonOf = ({ title, cohortId, postIds, draw: { source, on } }: DraftAsIs): CommonDraft => ({
  title,
  cohortId,
  postIds,
  source,
  on,
})

interface RoundDraftProps {
  given?: DraftAsIs | undefined
  title: string
  promise: string
  draft: CommonDraft
  set: (part: Partial<CommonDraft>) => void
  isTouched: boolean
  offer: UseQueryResult<Offer, ProblemError>
  /** Posts to choose from, where not all that are offered are. */
  posts?: Offer | undefined
  form: Pick<Action<never, unknown, RoundRefusal>, 'sending' | 'problem' | 'refusal' | 'issues'>
  onSave: () => void
  onClose: () => void
  /** Between the cohort and its posts. */
  before?: ReactNode
  /** What the way itself asks for. */
  children: ReactNode
}

/** The drawer in which a round of any way is drafted: for whom, which posts, which public draw completes the lot. */
export function RoundDraft({
  given,
  title,
  promise,
  draft,
  set,
  isTouched,
  offer,
  posts,
  form,
  onSave,
  onClose,
  before,
  children,
}: RoundDraftProps) {
  const text = useText(roundMessages)
  const wrongAt = useWrongAt(form.issues)
  const isReady = draft.cohortId !== '' && draft.postIds.length > 0
  return (
    <ActionDrawer
      title={given ? text('placement.redraft.title', { version: given.version }) : title}
      saveLabel={text('placement.draft.save')}
      action={form}
      refused={form.refusal && <RoundRefused refusal={form.refusal} />}
      isTouched={isTouched}
      blocked={isReady ? undefined : text('placement.draft.choose')}
      promise={given ? text('placement.redraft.promise') : promise}
      width={560}
      onSave={onSave}
      onClose={onClose}
    >
      {offer.error && <ErrorState isReading problem={offer.error.problem} onRetry={() => void offer.refetch()} slim />}
      <FormField label={text('placement.draft.name')} error={wrongAt('title')}>
        {(field) => <Input {...field} maxLength={80} value={draft.title} onChange={({ target }) => set({ title: target.value })} />}
      </FormField>
      {!given && <CohortField offer={offer.data} value={draft.cohortId} onChange={(cohortId) => set({ cohortId })} text={text} />}
      {!given && before}
      <PostsField offer={posts ?? offer.data} value={draft.postIds} onChange={(postIds) => set({ postIds })} text={text} />
      <FormField label={text('placement.draft.source')} hint={text('placement.draft.sourceHint')} error={wrongAt('draw.source')}>
        {(field) => <Input {...field} maxLength={80} value={draft.source} onChange={({ target }) => set({ source: target.value })} />}
      </FormField>
      <LineField
        label={text('placement.draft.on')}
        type="date"
        error={wrongAt('draw.on')}
        value={draft.on}
        onChange={(on) => set({ on })}
      />
      {children}
      {given && <Before given={given} />}
    </ActionDrawer>
  )
}

/** What the draft said before, and who changed it. */
function Before({ given }: { given: DraftAsIs }) {
  const text = useText(roundMessages)
  const day = useDay()
  return (
    <ul className="faint">
      {given.before.map(({ version, title, posts, drawOn, by }) => (
        <li key={version}>{text('placement.redraft.before', { version, title, posts, day: day(drawOn), by })}</li>
      ))}
    </ul>
  )
}
