import { useState } from 'react'
import { useText } from '../../../../../ui/text/use-text.ts'
import type { Field } from '../../../contract.ts'
import { matterWordMessages } from '../messages-words.ts'
import { AnswerField } from './AnswerField.tsx'
import { askedOf, type Draft, unmended } from './answer-draft.ts'

export interface AnswerIssue {
  readonly field: string
  readonly code: string
  readonly limit?: number | undefined
  readonly day?: string | undefined
}

/** What was found wrong with the draft as it was sent, as long as it was not mended. */
function useUnmended(issues: readonly AnswerIssue[], draft: Draft): readonly AnswerIssue[] {
  const [judged, setJudged] = useState({ issues, draft })
  const isNew = issues !== judged.issues && issues.length + judged.issues.length > 0
  if (isNew) setJudged({ issues, draft })
  return isNew ? issues : unmended(judged.issues, { was: judged.draft, now: draft })
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
  const left = useUnmended(issues, draft)
  const sentenceOf = (code: string): string | undefined => {
    const issue = left.find(({ field }) => field === code)
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
