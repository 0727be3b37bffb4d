import { Checkbox, Input } from 'antd'
import { FormField } from '../../../ui/fields/FormField.tsx'

interface TextInputProps {
  label: string
  value: string | undefined
  error?: string | undefined
  longest: number
  optional?: boolean
  onChange: (value: string) => void
}

/** A line of text. */
export function TextInput({ label, value, error, longest, optional = false, onChange }: TextInputProps) {
  return (
    <FormField label={label} error={error} optional={optional}>
      {(field) => (
        <Input {...field} autoComplete="off" maxLength={longest} value={value ?? ''} onChange={({ target }) => onChange(target.value)} />
      )}
    </FormField>
  )
}

interface DayInputProps {
  label: string
  value: string | undefined
  error?: string | undefined
  max?: string
  optional?: boolean
  onChange: (day: string | undefined) => void
}

/** A day; emptied, there is none. */
export function DayInput({ label, value, error, max, optional = false, onChange }: DayInputProps) {
  return (
    <FormField label={label} error={error} optional={optional}>
      {(field) => (
        <Input
          {...field}
          type="date"
          {...(max === undefined ? {} : { max })}
          value={value ?? ''}
          onChange={({ target }) => onChange(target.value === '' ? undefined : target.value)}
        />
      )}
    </FormField>
  )
}

interface PickInputProps<V extends string> {
  label: string
  options: readonly { value: V; label: string }[]
  value: V | undefined
  error?: string | undefined
  /** What stands there while nothing is chosen. */
  none?: string
  onChange: (value: V | undefined) => void
}

/** One of a list. */
export function PickInput<V extends string>({ label, options, value, error, none, onChange }: PickInputProps<V>) {
  return (
    <FormField label={label} error={error}>
      {(field) => (
        <select
          {...field}
          className="plain-select"
          value={value ?? ''}
          onChange={({ target }) => onChange(options.find((option) => option.value === target.value)?.value)}
        >
          {(none !== undefined || value === undefined) && <option value="">{none ?? ''}</option>}
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

export function Tick({ label, value, onChange }: { label: string; value: boolean | undefined; onChange: (value: boolean) => void }) {
  return (
    <Checkbox checked={value ?? false} onChange={({ target }) => onChange(target.checked)}>
      {label}
    </Checkbox>
  )
}
