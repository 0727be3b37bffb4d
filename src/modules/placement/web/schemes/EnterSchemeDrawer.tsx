import { Input } from 'antd'
import { useState } from 'react'
import type { UnitCode } from '../../../../kernel/region-code.ts'
import { useAction } from '../../../../ui/api/use-action.ts'
import { FormField } from '../../../../ui/fields/FormField.tsx'
import { ActionDrawer } from '../../../../ui/layout/ActionDrawer.tsx'
import { useText } from '../../../../ui/text/use-text.ts'
import { enterScheme, Scheme } from '../../contract.ts'
import { valuesOf } from '../refusal-values.ts'
import { schemeMessages } from './messages-schemes.ts'

interface EnterSchemeProps {
  unitCode: UnitCode
  /** The version that the new one begins as. */
  basis: Scheme | undefined
  onClose: () => void
}

/** A version begins as a copy of the latest one; what is written there is checked before it is sent. */
function read(typed: string) {
  try {
    return Scheme.safeParse(JSON.parse(typed))
  } catch {
    return { success: false as const, error: undefined }
  }
}

export function EnterSchemeDrawer({ unitCode, basis, onClose }: EnterSchemeProps) {
  const text = useText(schemeMessages)
  const [typed, setTyped] = useState(JSON.stringify({ ...basis, version: '', leavingFrom: '', leavingTo: null }, null, 2))
  const [isTried, setTried] = useState(false)
  const form = useAction(enterScheme, { onDone: onClose })
  const scheme = read(typed)
  const save = () => {
    setTried(true)
    if (scheme.success) void form.send({ unitCode, scheme: scheme.data })
  }
  const issue = scheme.success ? undefined : scheme.error?.issues[0]
  const where = issue ? issue.path.join('.') : ''
  const { refusal } = form
  return (
    <ActionDrawer
      width={640}
      title={text('schemes.enter')}
      action={form}
      refused={refusal && text(`schemes.refusal.${refusal.code}`, valuesOf(refusal))}
      promise={text('schemes.promise')}
      onSave={save}
      onClose={onClose}
    >
      <FormField
        label={text('schemes.text')}
        hint={text('schemes.textHint')}
        error={isTried && !scheme.success ? text(where === '' ? 'schemes.unreadable' : 'schemes.wrongAt', { where }) : undefined}
      >
        {(field) => (
          <Input.TextArea {...field} rows={22} spellCheck={false} value={typed} onChange={(event) => setTyped(event.target.value)} />
        )}
      </FormField>
    </ActionDrawer>
  )
}
