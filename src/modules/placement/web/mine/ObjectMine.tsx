import { type FormEvent, useState } from 'react'
import { useAction } from '../../../../ui/api/use-action.ts'
import { FormField } from '../../../../ui/fields/FormField.tsx'
import { ErrorState } from '../../../../ui/parts/ErrorState.tsx'
import { useText } from '../../../../ui/text/use-text.ts'
import { objectToMyScore, type Sheet } from '../../contract.ts'
import { MineRefused } from './MineRefused.tsx'
import { myPlacementMessages } from './messages-mine.ts'

interface ObjectMineProps {
  candidateId: string
  sheet: Sheet
  line: string
  onClose: () => void
}

/** Says what is wrong with one line. */
export function ObjectMine({ candidateId, sheet, line, onClose }: ObjectMineProps) {
  const text = useText(myPlacementMessages)
  const [words, setWords] = useState('')
  const [isTried, setTried] = useState(false)
  const form = useAction(objectToMyScore, { onDone: onClose })
  const isShort = words.trim().length < 2
  const send = () => {
    if (!isShort) void form.send({ candidateId, sheetId: sheet.id, line, words: words.trim() })
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    send()
  }
  const name = sheet.lines.find(({ item }) => item === line)?.zh ?? line
  return (
    <form className="sheet" noValidate onSubmit={submit}>
      <h2>{text('placement.mine.objectOf', { line: name })}</h2>
      <FormField label={text('placement.mine.objectWords')} error={isTried && isShort ? text('placement.mine.words') : undefined}>
        {(field) => (
          <textarea
            {...field}
            className="plain-input"
            rows={4}
            maxLength={1000}
            value={words}
            onChange={(event) => setWords(event.target.value)}
          />
        )}
      </FormField>
      {form.problem && <ErrorState problem={form.problem} onRetry={send} slim />}
      <MineRefused code={form.refusal?.code} />
      <button type="submit" className="solid" aria-busy={form.sending} disabled={form.sending}>
        {text('placement.mine.objectSave')}
      </button>
      <button type="button" className="ghost" onClick={onClose}>
        {text('placement.mine.objectCancel')}
      </button>
    </form>
  )
}
