import { FormField } from '../../../../ui/fields/FormField.tsx'
import { useText } from '../../../../ui/text/use-text.ts'
import { AgentRelation, registerAuthority } from '../../contract.ts'
import { CodeSelect } from '../form/CodeSelect.tsx'
import { DayInput } from '../form/DayInput.tsx'
import { FormDrawer } from '../form/FormDrawer.tsx'
import { TextField } from '../form/TextField.tsx'
import { useFileForm } from '../form/use-file-form.ts'
import { registryMessages } from '../messages.ts'

/** Enters somebody who may act for the person. */
export function AuthorityDrawer({ personId, onClose }: { personId: string; onClose: () => void }) {
  const text = useText(registryMessages)
  const initial = { personId, agentName: '', agentPhone: '', relation: 'child', kinds: null, evidence: '', untilOn: '' } as const
  const form = useFileForm(registerAuthority, { initial, onDone: onClose, invalidates: ['person.doors'] })
  return (
    <FormDrawer title={text('registry.doors.addAgent')} form={form} onSave={() => void form.submit()} onClose={onClose}>
      <p className="note">{text('registry.doors.agentWords')}</p>
      <TextField
        label={text('registry.doors.agentName')}
        value={form.values.agentName}
        error={form.errorAt('agentName')}
        maxLength={60}
        onChange={(agentName) => form.set({ agentName })}
      />
      <TextField
        label={text('registry.doors.agentPhone')}
        value={form.values.agentPhone}
        error={form.errorAt('agentPhone')}
        maxLength={11}
        onChange={(agentPhone) => form.set({ agentPhone })}
      />
      <FormField label={text('registry.doors.relation')} error={form.errorAt('relation')}>
        {(field) => (
          <CodeSelect
            {...field}
            list="agentRelation"
            codes={AgentRelation.options}
            value={form.values.relation}
            required
            onChange={(relation) => relation && form.set({ relation })}
          />
        )}
      </FormField>
      <TextField
        label={text('registry.doors.evidence')}
        value={form.values.evidence}
        error={form.errorAt('evidence')}
        maxLength={200}
        onChange={(evidence) => form.set({ evidence })}
      />
      <FormField label={text('registry.doors.untilOn')} error={form.errorAt('untilOn')}>
        {(field) => <DayInput {...field} value={form.values.untilOn} onChange={(untilOn) => form.set({ untilOn: untilOn ?? '' })} />}
      </FormField>
    </FormDrawer>
  )
}
