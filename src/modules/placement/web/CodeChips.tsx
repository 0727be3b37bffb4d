import { useCodeWord } from './use-code-words.ts'

interface CodeChipsProps<V extends string> {
  label: string
  codes: readonly V[]
  chosen: readonly V[]
  onChange: (chosen: V[]) => void
}

/** Several of a few, each a button that is pressed or not. */
export function CodeChips<V extends string>({ label, codes, chosen, onChange }: CodeChipsProps<V>) {
  const word = useCodeWord()
  const toggle = (code: V) => onChange(chosen.includes(code) ? chosen.filter((one) => one !== code) : [...chosen, code])
  return (
    <fieldset className="code-chips">
      <legend>{label}</legend>
      <div className="chips">
        {codes.map((code) => (
          <button key={code} type="button" className="chip" aria-pressed={chosen.includes(code)} onClick={() => toggle(code)}>
            {word(code)}
          </button>
        ))}
      </div>
    </fieldset>
  )
}
