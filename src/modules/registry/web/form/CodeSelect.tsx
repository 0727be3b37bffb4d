import { Select } from 'antd'
import type { FieldProps } from '../../../../ui/fields/FormField.tsx'
import { useText } from '../../../../ui/text/use-text.ts'
import { type CodeList, codeWord } from '../code-word.ts'
import { registryMessages } from '../messages.ts'

interface CodeSelectProps<Code extends string> extends Partial<FieldProps> {
  list: CodeList
  codes: readonly Code[]
  value: Code | null | undefined
  onChange: (code: Code | null) => void
  label?: string
  required?: boolean
  placeholder?: string
}

/** One of a list of codes, in words. */
export function CodeSelect<Code extends string>({
  list,
  codes,
  value,
  onChange,
  label,
  required,
  placeholder,
  ...field
}: CodeSelectProps<Code>) {
  const text = useText(registryMessages)
  return (
    <Select<Code>
      {...field}
      {...(label === undefined ? {} : { 'aria-label': label })}
      className="wide"
      allowClear={!required}
      placeholder={placeholder}
      value={value ?? null}
      options={codes.map((code) => ({ value: code, label: codeWord(text, list, code) }))}
      onChange={(code?: Code) => onChange(code ?? null)}
    />
  )
}
