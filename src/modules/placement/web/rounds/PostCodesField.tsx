import { Input } from 'antd'
import type { Issue } from '../../../../ui/api/problem.ts'
import { FormField } from '../../../../ui/fields/FormField.tsx'
import { useText } from '../../../../ui/text/use-text.ts'
import { roundMessages } from './messages-rounds.ts'

/** The codes in what was typed, whatever stands between them. */
export const codesIn = (typed: string): string[] =>
  typed
    .toUpperCase()
    .split(/[\s,，、]+/u)
    .filter(Boolean)

interface PostCodesProps {
  hint: string
  value: string
  issues: readonly Issue[]
  onChange: (value: string) => void
}

/** Codes of posts, the dearest first. */
export function PostCodesField({ hint, value, issues, onChange }: PostCodesProps) {
  const text = useText(roundMessages)
  const wrong = issues.some(({ path }) => path[0] === 'posts') ? text('placement.refusal.unknown-post') : undefined
  return (
    <FormField label={text('placement.round.posts')} hint={hint} error={wrong}>
      {(field) => (
        <Input.TextArea
          {...field}
          className="mono"
          autoSize={{ minRows: 2 }}
          value={value}
          onChange={({ target }) => onChange(target.value)}
        />
      )}
    </FormField>
  )
}
