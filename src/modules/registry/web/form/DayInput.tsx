import { Input } from 'antd'
import { useState } from 'react'
import type { FieldProps } from '../../../../ui/fields/FormField.tsx'
import { useText } from '../../../../ui/text/use-text.ts'
import { registryMessages } from '../messages.ts'
import { readDay } from './read-day.ts'

interface DayInputProps extends Partial<FieldProps> {
  value: string | null | undefined
  onChange: (day: string | null) => void
  label?: string
}

/** A day typed in any usual form; what is no day goes on as it was typed, for the contract to speak about. */
export function DayInput({ value, onChange, label, ...field }: DayInputProps) {
  const text = useText(registryMessages)
  const [typed, setTyped] = useState<string>()
  return (
    <Input
      {...field}
      inputMode="numeric"
      autoComplete="off"
      maxLength={20}
      aria-label={field.id === undefined ? label : undefined}
      placeholder={text('registry.capture.dayHint')}
      value={typed ?? value ?? ''}
      onChange={({ target }) => {
        setTyped(target.value)
        onChange(target.value.trim() === '' ? null : (readDay(target.value) ?? target.value))
      }}
      onBlur={() => setTyped(undefined)}
    />
  )
}
