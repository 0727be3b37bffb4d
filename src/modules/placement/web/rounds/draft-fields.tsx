import { Checkbox } from 'antd'
import type { Issue } from '../../../../ui/api/problem.ts'
import { FormField } from '../../../../ui/fields/FormField.tsx'
import { issueSentence } from '../../../../ui/text/problem-sentence.ts'
import { useText } from '../../../../ui/text/use-text.ts'
import type { Offer } from '../../contract.ts'
import type { RoundText } from './RoundRefused.tsx'

/** What is wrong with a field, in a plain sentence. */
export function useWrongAt(issues: readonly Issue[]): (path: string) => string | undefined {
  const text = useText()
  return (path) => {
    const issue = issues.find((one) => one.path.join('.') === path)
    return issue && issueSentence(issue, text)
  }
}

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
