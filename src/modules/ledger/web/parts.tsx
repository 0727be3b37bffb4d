import { Input } from 'antd'
import type { ReactNode } from 'react'
import { FormField } from '../../../ui/fields/FormField.tsx'
import { Icon } from '../../../ui/parts/Icon.tsx'

export interface Column {
  readonly title: string
  /** Set to the right, in figures of one width. */
  readonly isNumber?: boolean
}

/** A table that may be wider than a phone: it scrolls by itself, and by the keys too. */
export function LedgerTable({ label, columns, children }: { label: string; columns: readonly Column[]; children: ReactNode }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard (WCAG 2.1.1)
    <section className="ledger-wide" aria-label={label} tabIndex={0}>
      <table>
        <thead>
          <tr>
            {columns.map(({ title, isNumber }) => (
              <th key={title} scope="col" className={isNumber ? 'number' : undefined}>
                {title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>{children}</tbody>
      </table>
    </section>
  )
}

/** Why something was not done. */
export function Refused({ sentence }: { sentence: string | undefined }) {
  if (sentence === undefined) return null
  return (
    <div className="state-box error" data-slim="true" role="alert">
      <Icon name="warning" />
      <p className="t">{sentence}</p>
    </div>
  )
}

interface LineProps {
  label: string
  value: string
  onChange: (value: string) => void
  hint?: string
}

export function LineField({ label, value, onChange, hint }: LineProps) {
  return (
    <FormField label={label} {...(hint === undefined ? {} : { hint })}>
      {(field) => <Input {...field} size="middle" maxLength={200} value={value} onChange={(event) => onChange(event.target.value)} />}
    </FormField>
  )
}

interface ChoiceProps<V extends string> {
  label: string
  value: V
  onChange: (value: V) => void
  options: readonly (readonly [V, string])[]
}

/** One of a few, with the browser's own list. */
export function ChoiceField<V extends string>({ label, value, onChange, options }: ChoiceProps<V>) {
  return (
    <FormField label={label}>
      {(field) => (
        <select {...field} className="ledger-select" value={value} onChange={(event) => onChange(event.target.value as V)}>
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
