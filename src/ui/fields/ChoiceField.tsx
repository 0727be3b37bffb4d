import { FormField } from './FormField.tsx'

interface ChoiceFieldProps<V extends string> {
  label: string
  value: V
  onChange: (value: V) => void
  options: readonly (readonly [V, string])[]
  hint?: string | undefined
}

/** One of a few, with the browser's own list: works with every keyboard and every screen reader. */
export function ChoiceField<V extends string>({ label, value, onChange, options, hint }: ChoiceFieldProps<V>) {
  return (
    <FormField label={label} {...(hint === undefined ? {} : { hint })}>
      {(field) => (
        <select {...field} className="plain-select" value={value} onChange={(event) => onChange(event.target.value as V)}>
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
