import { useText } from '../../../../ui/text/use-text.ts'
import { registryMessages } from '../messages.ts'
import { TextField } from './TextField.tsx'

interface ReasonForm {
  values: { reason?: string; source?: string | null | undefined }
  set: (change: { reason?: string; source?: string }) => void
  errorAt: (path: string) => string | undefined
}

/** Why a file is changed, and on what it rests: kept beside the change. */
export function ReasonFields({ form, hasSource = true, label }: { form: ReasonForm; hasSource?: boolean; label?: string }) {
  const text = useText(registryMessages)
  return (
    <>
      <TextField
        label={label ?? text('registry.form.reason')}
        hint={text('registry.form.reasonHint')}
        value={form.values.reason}
        error={form.errorAt('reason')}
        maxLength={500}
        onChange={(reason) => form.set({ reason })}
      />
      {hasSource && (
        <TextField
          label={text('registry.form.source')}
          optional
          value={form.values.source}
          error={form.errorAt('source')}
          maxLength={200}
          onChange={(source) => form.set({ source })}
        />
      )}
    </>
  )
}
