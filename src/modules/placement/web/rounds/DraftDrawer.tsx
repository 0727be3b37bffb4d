import { Checkbox, Input, InputNumber } from 'antd'
import { useState } from 'react'
import type { Issue } from '../../../../ui/api/problem.ts'
import { useAction } from '../../../../ui/api/use-action.ts'
import { useView } from '../../../../ui/api/use-view.ts'
import { FormField } from '../../../../ui/fields/FormField.tsx'
import { QuickEntry } from '../../../../ui/layout/QuickEntry.tsx'
import { ErrorState } from '../../../../ui/parts/ErrorState.tsx'
import { useText } from '../../../../ui/text/use-text.ts'
import { draftRound, type Offer, seeOffer, type TurnWay } from '../../contract.ts'
import { isPilot } from '../../domain/direct/pilots.ts'
import { roundMessages } from './messages-rounds.ts'
import { RoundRefused, type RoundText } from './RoundRefused.tsx'

interface Draft {
  readonly title: string
  readonly cohortId: string
  readonly postIds: readonly string[]
  readonly clockSeconds: number
  readonly onPass: 'end' | 'out'
  readonly source: string
  readonly on: string
  readonly isDirect: boolean
}

const EMPTY: Draft = { title: '', cohortId: '', postIds: [], clockSeconds: 180, onPass: 'end', source: '', on: '', isDirect: false }

/** A cohort that was examined is ranked by its composite: the round is one of exam and appraisal. */
const wayOf = ({ cohortId, isDirect }: Draft, offer: Offer | undefined): TurnWay =>
  isDirect ? 'direct' : offer?.cohorts.find(({ id }) => id === cohortId)?.method === 'exam' ? 'exam' : 'points-ranked'

/** Drafts a round: for whom, which posts, what a turn allows, which public draw completes the lot. */
export function DraftDrawer({ place, onClose, onDone }: { place: string; onClose: () => void; onDone: (roundId: string) => void }) {
  const text = useText(roundMessages)
  const [draft, setDraft] = useState(EMPTY)
  const offer = useView(seeOffer, { place })
  const form = useAction(draftRound, { onDone: ({ roundId }) => onDone(roundId) })
  const set = (part: Partial<Draft>) => setDraft((before) => ({ ...before, ...part }))
  const save = () => {
    const { title, cohortId, postIds, clockSeconds, onPass, source, on } = draft
    const turn = { clockSeconds, onPass, onAbsent: onPass }
    void form.send({ cohortId, title, postIds: [...postIds], way: wayOf(draft, offer.data), turn, draw: { source, on } })
  }
  const isReady = draft.cohortId !== '' && draft.postIds.length > 0
  return (
    <QuickEntry
      open
      title={text('placement.draft.title')}
      saveLabel={text('placement.draft.save')}
      saving={form.sending}
      isTouched={draft !== EMPTY}
      blocked={isReady ? undefined : text('placement.draft.choose')}
      promise={text('placement.draft.promise')}
      width={560}
      onSave={save}
      onClose={onClose}
    >
      {form.problem && <ErrorState problem={form.problem} onRetry={save} slim />}
      {form.refusal && <RoundRefused refusal={form.refusal} />}
      {offer.error && <ErrorState problem={offer.error.problem} onRetry={() => void offer.refetch()} slim />}
      <FormField label={text('placement.draft.name')} error={wrongAt(form.issues, 'title')}>
        {(field) => <Input {...field} maxLength={80} value={draft.title} onChange={({ target }) => set({ title: target.value })} />}
      </FormField>
      <CohortField offer={offer.data} value={draft.cohortId} onChange={(cohortId) => set({ cohortId })} text={text} />
      {isPilot(place) && (
        <Checkbox checked={draft.isDirect} onChange={({ target }) => set({ isDirect: target.checked, postIds: [] })}>
          {text('placement.draft.direct')}
        </Checkbox>
      )}
      <PostsField
        offer={draft.isDirect ? onlyReserved(offer.data) : offer.data}
        value={draft.postIds}
        onChange={(postIds) => set({ postIds })}
        text={text}
      />
      <TurnFields draft={draft} set={set} text={text} />
      <FormField
        label={text('placement.draft.source')}
        hint={text('placement.draft.sourceHint')}
        error={wrongAt(form.issues, 'draw.source')}
      >
        {(field) => <Input {...field} maxLength={80} value={draft.source} onChange={({ target }) => set({ source: target.value })} />}
      </FormField>
      <FormField label={text('placement.draft.on')} error={wrongAt(form.issues, 'draw.on')}>
        {(field) => <Input {...field} type="date" value={draft.on} onChange={({ target }) => set({ on: target.value })} />}
      </FormField>
    </QuickEntry>
  )
}

/** The direct train has posts only that are kept for a speciality. */
const onlyReserved = (offer: Offer | undefined): Offer | undefined =>
  offer && { ...offer, posts: offer.posts.filter(({ reservedFor }) => reservedFor !== null) }

export const wrongAt = (issues: readonly Issue[], path: string): string | undefined =>
  issues.find((issue) => issue.path.join('.') === path)?.message

interface FieldProps<V> {
  offer: Offer | undefined
  value: V
  onChange: (value: V) => void
  text: RoundText
}

const GROUPS = ['officer', 'nco', 'conscript'] as const

export function CohortField({ offer, value, onChange, text }: FieldProps<string>) {
  const group = (code: string) => text(`placement.group.${GROUPS.find((one) => one === code) ?? 'nco'}`)
  return (
    <FormField label={text('placement.draft.cohort')} hint={offer?.cohorts.length === 0 ? text('placement.draft.cohortNone') : undefined}>
      {(field) => (
        <select {...field} className="plain-select" value={value} onChange={({ target }) => onChange(target.value)}>
          <option value="" />
          {offer?.cohorts.map(({ id, year, season, ranked, group: code }) => (
            <option key={id} value={id}>
              {text('placement.draft.cohortLine', { year, season: text(`placement.season.${season}`), group: group(code), ranked })}
            </option>
          ))}
        </select>
      )}
    </FormField>
  )
}

export function PostsField({ offer, value, onChange, text }: FieldProps<readonly string[]>) {
  const posts = offer?.posts ?? []
  const chosen = posts.filter(({ id }) => value.includes(id))
  const seats = chosen.reduce((sum, post) => sum + post.seats, 0)
  const isAll = posts.length > 0 && chosen.length === posts.length
  return (
    <fieldset className="round-posts">
      <legend>
        {text('placement.draft.posts')} <span className="faint">{text('placement.draft.postsHint', { posts: chosen.length, seats })}</span>
      </legend>
      <Checkbox
        checked={isAll}
        indeterminate={chosen.length > 0 && !isAll}
        onChange={() => onChange(isAll ? [] : posts.map(({ id }) => id))}
      >
        {text('placement.draft.all')}
      </Checkbox>
      <ul>
        {posts.map((post) => (
          <li key={post.id}>
            <Checkbox
              checked={value.includes(post.id)}
              onChange={({ target }) => onChange(target.checked ? [...value, post.id] : value.filter((id) => id !== post.id))}
            >
              {post.employer} {post.title} × {post.seats}
            </Checkbox>
          </li>
        ))}
      </ul>
    </fieldset>
  )
}

function TurnFields({ draft, set, text }: { draft: Draft; set: (part: Partial<Draft>) => void; text: RoundText }) {
  return (
    <>
      <FormField label={text('placement.draft.clock')}>
        {(field) => (
          <InputNumber
            {...field}
            min={10}
            max={3600}
            precision={0}
            value={draft.clockSeconds}
            onChange={(seconds) => set({ clockSeconds: seconds ?? EMPTY.clockSeconds })}
          />
        )}
      </FormField>
      <FormField label={text('placement.draft.onPass')}>
        {(field) => (
          <select
            {...field}
            className="plain-select"
            value={draft.onPass}
            onChange={({ target }) => set({ onPass: target.value === 'out' ? 'out' : 'end' })}
          >
            <option value="end">{text('placement.draft.end')}</option>
            <option value="out">{text('placement.draft.out')}</option>
          </select>
        )}
      </FormField>
    </>
  )
}
