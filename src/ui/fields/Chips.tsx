import { KeyHint } from '../parts/KeyHint.tsx'

export interface ChipsProps<V extends string> {
  options: readonly { value: V; label: string }[]
  chosen: readonly V[]
  onChange: (chosen: V[]) => void
  /** Show the digits 1–9 that tick them (see `useDigitKeys`). */
  digits?: boolean
}

export const toggled = <V extends string>(chosen: readonly V[], value: V): V[] =>
  chosen.includes(value) ? chosen.filter((one) => one !== value) : [...chosen, value]

/** Several of a few: each a button that is pressed or not. */
export function Chips<V extends string>({ options, chosen, onChange, digits }: ChipsProps<V>) {
  return (
    <div className="chips">
      {options.map(({ value, label }, at) => (
        <button
          key={value}
          type="button"
          className="chip"
          aria-pressed={chosen.includes(value)}
          aria-keyshortcuts={digits ? String(at + 1) : undefined}
          onClick={() => onChange(toggled(chosen, value))}
        >
          <span className="grow">{label}</span>
          {digits && <KeyHint keys={String(at + 1)} />}
        </button>
      ))}
    </div>
  )
}
