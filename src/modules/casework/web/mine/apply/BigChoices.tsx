import { useId } from 'react'
import type { Field } from '../../../contract.ts'
import type { Draft } from '../../matters/answers/answer-draft.ts'

export interface Offered {
  readonly value: string | boolean
  readonly label: string
}

interface BigChoicesProps {
  label: string
  choices: readonly Offered[]
  field: Field
  value: Draft[string] | undefined
  onChange: (value: Draft[string]) => void
  describedBy: string | undefined
}

/** Answers to press, one a line, each as wide as the page. Native radios and ticks: keys and screen readers know them. */
export function BigChoices({ label, choices, field, value, onChange, describedBy }: BigChoicesProps) {
  const name = useId()
  const isMany = field.kind === 'choices'
  const chosen = Array.isArray(value) ? (value as string[]) : []
  const toggle = (code: string) => onChange(chosen.includes(code) ? chosen.filter((one) => one !== code) : [...chosen, code])
  return (
    <fieldset className="picks" aria-describedby={describedBy}>
      <legend className="unseen">{label}</legend>
      {choices.map((choice) => (
        <label key={String(choice.value)}>
          <input
            type={isMany ? 'checkbox' : 'radio'}
            name={name}
            checked={isMany ? chosen.includes(String(choice.value)) : value === choice.value}
            onChange={() => (isMany ? toggle(String(choice.value)) : onChange(choice.value))}
          />
          <span>{choice.label}</span>
        </label>
      ))}
    </fieldset>
  )
}
