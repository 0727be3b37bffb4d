import type { StoredFile } from '../api/use-stored-file.ts'
import { useText } from '../text/use-text.ts'
import { FormField } from './FormField.tsx'

interface FileFieldProps {
  label: string
  hint?: string
  optional?: boolean
  /** What may be chosen; a table when left out. */
  accept?: string
  /** Where the chosen file goes; what it said of the one before is over with another choice. */
  stored: Pick<StoredFile, 'refusal' | 'reset'>
  onChange: (file: File | undefined) => void
}

/** A file to be brought, and right below it why it was not taken. */
export function FileField({ stored, accept = '.xlsx,.csv', onChange, ...field }: FileFieldProps) {
  const text = useText()
  return (
    <FormField {...field} error={stored.refusal && text(`upload.${stored.refusal.code}`)}>
      {(control) => (
        <input
          {...control}
          type="file"
          accept={accept}
          onChange={({ target }) => {
            stored.reset()
            onChange(target.files?.[0])
          }}
        />
      )}
    </FormField>
  )
}
