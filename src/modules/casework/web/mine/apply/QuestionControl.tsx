import { useId } from 'react'
import { FormField } from '../../../../../ui/fields/FormField.tsx'
import { Icon } from '../../../../../ui/parts/Icon.tsx'
import { useText } from '../../../../../ui/text/use-text.ts'
import type { Field } from '../../../contract.ts'
import type { Draft } from '../../matters/answers/answer-draft.ts'
import { useWordsOf } from '../../matters/words-of.ts'
import { BigChoices, type Offered } from './BigChoices.tsx'
import { BigInput } from './BigInput.tsx'
import { DutyChoices } from './DutyChoices.tsx'
import { type AnswerIssue, useIssueWords } from './issue-words.ts'
import { applyMessages } from './messages-apply.ts'

interface QuestionControlProps {
  field: Field
  value: Draft[string] | undefined
  onChange: (value: Draft[string]) => void
  issue: AnswerIssue | undefined
}

/** Where the answer goes: large things to press, or one large field. */
export function QuestionControl({ field, value, onChange, issue }: QuestionControlProps) {
  const wordsOf = useWordsOf()
  const issueWords = useIssueWords()
  const text = useText(applyMessages)
  const hintId = useId()
  const error = issue && issueWords(issue)
  const choices = choicesOf(field, wordsOf, { yes: text('mine.question.yes'), no: text('mine.question.no') })
  const note = { people: text('mine.question.people'), money: text('mine.question.yuan') }[field.kind as string]
  const hint = field.hint ? wordsOf(field.hint) : note
  if (!choices && !field.onRoster)
    return (
      <FormField label={<span className="unseen">{wordsOf(field.name)}</span>} error={error} hint={hint}>
        {(given) => <BigInput field={field} given={given} value={typeof value === 'string' ? value : ''} onChange={onChange} />}
      </FormField>
    )
  return (
    <>
      {hint !== undefined && (
        <p className="lead" id={hintId}>
          {hint}
        </p>
      )}
      <Picks label={wordsOf(field.name)} choices={choices} field={field} value={value} onChange={onChange} describedBy={hint && hintId} />
      {error !== undefined && (
        <p className="wrong" role="alert">
          <Icon name="warning" size={24} />
          <span>{error}</span>
        </p>
      )}
    </>
  )
}

/** Things to press: of a declaration, or of the roster as it stands. */
function Picks({ choices, ...rest }: Omit<Parameters<typeof BigChoices>[0], 'choices'> & { choices: readonly Offered[] | undefined }) {
  return choices ? <BigChoices {...rest} choices={choices} /> : <DutyChoices {...rest} />
}

function choicesOf(
  field: Field,
  wordsOf: ReturnType<typeof useWordsOf>,
  { yes, no }: { yes: string; no: string },
): readonly Offered[] | undefined {
  if (field.kind === 'yesNo')
    return [
      { value: true, label: yes },
      { value: false, label: no },
    ]
  if (field.kind !== 'choice' && field.kind !== 'choices') return undefined
  return (field.choices ?? []).map(({ code, name }) => ({ value: code, label: wordsOf(name) }))
}
