import { useText } from '../../../../../ui/text/use-text.ts'
import type { Field } from '../../../contract.ts'
import { matterWordMessages } from '../messages-words.ts'
import { AnswerField } from './AnswerField.tsx'
import { askedOf, type Draft } from './answer-draft.ts'

export interface AnswerIssue {
  readonly field: string
  readonly code: string
  readonly limit?: number | undefined
  readonly day?: string | undefined
}

/** All questions that are asked now, each with what is wrong beside it. */
export function AnswerFields(props: {
  fields: readonly Field[]
  draft: Draft
  onChange: (draft: Draft) => void
  issues: readonly AnswerIssue[]
}) {
  const { fields, draft, onChange, issues } = props
  const words = useText(matterWordMessages)
  const sentenceOf = (code: string): string | undefined => {
    const issue = issues.find(({ field }) => field === code)
    if (!issue) return undefined
    const { limit, day } = issue
    const said = { ...(limit === undefined ? {} : { limit }), ...(day === undefined ? {} : { day }) }
    return words(`matters.field.${issue.code}` as 'matters.field.missing', said)
  }
  return askedOf(fields, draft).map((field) => (
    <AnswerField
      key={field.code}
      field={field}
      draft={draft}
      set={(change) => onChange({ ...draft, ...change })}
      error={sentenceOf(field.code)}
    />
  ))
}
