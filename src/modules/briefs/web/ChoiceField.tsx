import { FormField } from '../../../ui/fields/FormField.tsx'

interface ChoiceProps<V extends string> {
  label: string
  value: V
  onChange: (value: V) => void
  options: readonly (readonly [V, string])[]
  hint?: string | undefined
}

/** One of a few, with the browser's own list: works with every keyboard and every screen reader. */
export function ChoiceField<V extends string>({ label, value, onChange, options, hint }: ChoiceProps<V>) {
  return (
    <FormField label={label} {...(hint === undefined ? {} : { hint })}>
      {(field) => (
        <select {...field} className="brief-select" value={value} onChange={(event) => onChange(event.target.value as V)}>
          {options.map(([key, word]) => (
            <option key={key} value={key}>
              {word}
            </option>
          ))}
        </select>
      )}
    </FormField>
  )
}
