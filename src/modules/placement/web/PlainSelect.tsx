import { FormField } from '../../../ui/fields/FormField.tsx'

interface PlainSelectProps<V extends string> {
  label: string
  value: V
  onChange: (value: V) => void
  options: readonly { value: V; label: string }[]
  error?: string | undefined
}

/** One of a few, with the browser's own list: works with every keyboard and every screen reader. */
export function PlainSelect<V extends string>({ label, value, onChange, options, error }: PlainSelectProps<V>) {
  return (
    <FormField label={label} error={error}>
      {(field) => (
        <select {...field} className="plain-select" value={value} onChange={(event) => onChange(event.target.value as V)}>
          {options.map((option) => (
            <option key={option.value} value={option.value}>
              {option.label}
            </option>
          ))}
        </select>
      )}
    </FormField>
  )
}
