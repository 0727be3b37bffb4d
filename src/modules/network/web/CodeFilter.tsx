import { Select } from 'antd'
import { useText } from '../../../ui/text/use-text.ts'
import { networkMessages } from './messages.ts'

interface CodeFilterProps<C extends string> {
  label: string
  codes: readonly C[]
  words: (code: C) => string
  value: C | undefined
  onChange: (code: C | undefined) => void
}

/** One of a short list of codes, or all of them. */
export function CodeFilter<C extends string>({ label, codes, words, value, onChange }: CodeFilterProps<C>) {
  const text = useText(networkMessages)
  const options = [{ value: '', label: `${label}：${text('network.any')}` }, ...codes.map((code) => ({ value: code, label: words(code) }))]
  return (
    <Select
      aria-label={label}
      options={options}
      value={value ?? ''}
      onChange={(chosen) => onChange(codes.find((code) => code === chosen))}
      popupMatchSelectWidth={false}
    />
  )
}

/** A code from the address, or undefined where it is none of the list. */
export const codeIn = <C extends string>(codes: readonly C[], value: string | null): C | undefined => codes.find((code) => code === value)
