import { useId } from 'react'
import { useText } from '../../../../ui/text/use-text.ts'
import type { Claim } from '../../contract.ts'
import { claimMessages, fieldKey } from './messages-claims.ts'

export type Choice = 'device' | 'server'

/** One field in two versions: which one holds. */
export function ClaimChoice({
  field,
  choice,
  onChoose,
}: {
  field: Claim['fields'][number]
  choice: Choice | undefined
  onChoose: (choice: Choice) => void
}) {
  const text = useText(claimMessages)
  const name = useId()
  const key = fieldKey(field.field)
  const versions = [
    ['device', text('casework.claims.device', { value: field.device === '' ? text('casework.claims.empty') : field.device })],
    ['server', text('casework.claims.server', { value: field.now ?? text('casework.claims.empty') })],
  ] as const
  return (
    <fieldset className="claim-choice">
      <legend>{text('casework.claims.legend', { field: key ? text(key) : field.field })}</legend>
      {versions.map(([value, words]) => (
        <label key={value}>
          <input type="radio" name={name} checked={choice === value} onChange={() => onChoose(value)} /> {words}
        </label>
      ))}
    </fieldset>
  )
}
