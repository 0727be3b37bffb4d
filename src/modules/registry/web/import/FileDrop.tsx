import { type DragEvent, useState } from 'react'
import type { FieldProps } from '../../../../ui/fields/FormField.tsx'
import { Icon } from '../../../../ui/parts/Icon.tsx'
import { useText } from '../../../../ui/text/use-text.ts'
import { registryMessages } from '../messages.ts'
import { kindOf, sizeWords } from './chosen-file.ts'

interface FileDropProps extends FieldProps {
  file: File | undefined
  onFile: (file: File) => void
  disabled: boolean
}

/** A place to drop one file, which is the file input itself: click, Enter and a screen reader reach it too. */
export function FileDrop({ file, onFile, disabled, ...field }: FileDropProps) {
  const text = useText(registryMessages)
  const [isOver, setOver] = useState(false)
  const drag = (over: boolean) => (event: DragEvent) => {
    event.preventDefault()
    setOver(over && !disabled)
  }
  const drop = (event: DragEvent) => {
    drag(false)(event)
    const dropped = event.dataTransfer.files[0]
    if (dropped && !disabled) onFile(dropped)
  }
  return (
    <label className="file-drop" data-over={isOver || undefined} onDragOver={drag(true)} onDragLeave={drag(false)} onDrop={drop}>
      <input
        {...field}
        type="file"
        className="unseen"
        accept=".xlsx,.csv,text/csv"
        disabled={disabled}
        onChange={({ target }) => {
          const chosen = target.files?.[0]
          if (chosen) onFile(chosen)
          target.value = ''
        }}
      />
      <Icon name={file ? 'list' : 'upload'} size={24} />
      {file ? (
        <span className="file-chosen">
          <b>{file.name}</b>
          <span className="soft">{text('registry.import.size', { kind: kindOf(file.name), size: sizeWords(file.size) })}</span>
        </span>
      ) : (
        <b>{text('registry.import.drop')}</b>
      )}
      {file && !disabled && <span className="link push">{text('registry.import.anotherFile')}</span>}
    </label>
  )
}
