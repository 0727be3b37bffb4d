import { useState } from 'react'
import type { UnitCode } from '../../../../kernel/region-code.ts'
import { useAction } from '../../../../ui/api/use-action.ts'
import { ChoiceField } from '../../../../ui/fields/ChoiceField.tsx'
import { LineField } from '../../../../ui/fields/LineField.tsx'
import { useText } from '../../../../ui/text/use-text.ts'
import { PostKind, registerEmployer } from '../../contract.ts'
import { StepForm } from '../candidates/StepForm.tsx'
import { postMessages } from './messages-posts.ts'
import { usePostRefusal } from './use-post-refusal.ts'

/** Registers a receiving unit by its code. */
export function EmployerDrawer({ unitCode, onClose }: { unitCode: UnitCode; onClose: () => void }) {
  const text = useText(postMessages)
  const sentence = usePostRefusal()
  const [uscc, setUscc] = useState('')
  const [name, setName] = useState('')
  const [kind, setKind] = useState<PostKind>('institution')
  const form = useAction(registerEmployer, { onDone: onClose })
  const save = () => void form.send({ unitCode, uscc, name: name.trim(), kind })
  return (
    <StepForm
      title={text('posts.registerEmployer')}
      form={form}
      refused={sentence(form.refusal)}
      blocked={uscc.trim() !== '' && name.trim().length > 1 ? undefined : text('posts.required')}
      onSave={save}
      onClose={onClose}
    >
      <LineField label={text('posts.uscc')} hint={text('posts.usccHint')} value={uscc} onChange={setUscc} max={40} />
      <LineField label={text('posts.name')} value={name} onChange={setName} max={80} />
      <ChoiceField
        label={text('posts.kind')}
        value={kind}
        onChange={setKind}
        options={PostKind.options.map((value) => [value, text(`posts.kind.${value}`)] as const)}
      />
    </StepForm>
  )
}
