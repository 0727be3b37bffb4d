import { useId } from 'react'
import { useText } from '../../../../../ui/text/use-text.ts'
import type { Claim } from '../../../contract.ts'
import type { ClaimWords } from './claim-words.ts'
import { claimMessages } from './messages-claims.ts'

export type Choice = 'device' | 'server'

/** One field in two versions: which one holds. */
export function ClaimChoice({
  field,
  words,
  choice,
  onChoose,
}: {
  field: Claim['fields'][number]
  words: ClaimWords
  choice: Choice | undefined
  onChoose: (choice: Choice) => void
}) {
  const text = useText(claimMessages)
  const name = useId()
  const versions = [
    ['device', text('casework.claims.device', { value: words.device(field) })],
    ['server', text('casework.claims.server', { value: words.now(field) })],
  ] as const
  return (
    <fieldset className="claim-choice">
      <legend>{text('casework.claims.legend', { field: words.name(field) })}</legend>
      {versions.map(([value, sentence]) => (
        <label key={value}>
          <input type="radio" name={name} checked={choice === value} onChange={() => onChoose(value)} /> {sentence}
        </label>
      ))}
    </fieldset>
  )
}
