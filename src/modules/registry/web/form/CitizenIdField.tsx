import { useState } from 'react'
import { useText } from '../../../../ui/text/use-text.ts'
import { codeWord } from '../code-word.ts'
import { registryMessages } from '../messages.ts'
import { useToday } from '../use-today.ts'
import { noteOfCitizenId } from './citizen-id-note.ts'
import { issueWords } from './field-issues.ts'
import { TextField } from './TextField.tsx'

interface CitizenIdFieldProps {
  value: string | null | undefined
  onChange: (value: string) => void
  error: string | undefined
  required?: boolean
  placeholder?: string
}

/** The id number, checked as it is typed (GB 11643); it says sex and birth, so nobody types them. */
export function CitizenIdField({ value, onChange, error, required, placeholder }: CitizenIdFieldProps) {
  const text = useText(registryMessages)
  const today = useToday()
  const [hasLeft, setLeft] = useState(false)
  const note = noteOfCitizenId(value ?? '', today, hasLeft)
  const says = note && 'says' in note ? note.says : undefined
  const wrong = note && 'issue' in note ? issueWords(note.issue, text) : undefined
  return (
    <TextField
      label={required ? <Star label={text('registry.field.citizenId')} /> : text('registry.field.citizenId')}
      value={value}
      maxLength={40}
      {...(placeholder === undefined ? {} : { placeholder })}
      error={wrong ?? error}
      hint={
        says ? (
          <span className="green">
            {text('registry.capture.fromId', { ...says, sex: codeWord(text, 'sex', says.sex), count: says.age })}
          </span>
        ) : (
          text('registry.capture.idHint')
        )
      }
      onBlur={() => setLeft(true)}
      onChange={onChange}
    />
  )
}

/** A label with the sign of what must be filled. */
export function Star({ label }: { label: string }) {
  return (
    <>
      {label} <span className="red">*</span>
    </>
  )
}
