import { useDay } from '../../../../../ui/plain/use-day.ts'
import { useText } from '../../../../../ui/text/use-text.ts'
import { matterWordMessages } from '../../matters/messages-words.ts'

/** What is wrong with one answer, as the server tells it or as the same rule says it here. */
export interface AnswerIssue {
  readonly field: string
  readonly code: string
  readonly limit?: number | undefined
  readonly day?: string | undefined
}

/** What is wrong with an answer, in a sentence. */
export function useIssueWords(): (issue: AnswerIssue) => string {
  const words = useText(matterWordMessages)
  const day = useDay()
  return ({ code, limit, day: first }) =>
    words(`matters.field.${code}` as 'matters.field.missing', {
      ...(limit === undefined ? {} : { limit }),
      ...(first === undefined ? {} : { day: day(first) }),
    })
}
