import { FormField } from '../../../../ui/fields/FormField.tsx'
import { useText } from '../../../../ui/text/use-text.ts'
import { Education, Employment, Living, MaritalStatus, type PersonFields, PoliticalStatus } from '../../contract.ts'
import { CodeSelect } from '../form/CodeSelect.tsx'
import { registryMessages } from '../messages.ts'

type Life = Pick<Partial<PersonFields>, 'politicalStatus' | 'maritalStatus' | 'education' | 'employment' | 'living'>

/** How a person lives, in codes. */
export function LifeInputs({ value, onChange }: { value: Life; onChange: (change: Life) => void }) {
  const text = useText(registryMessages)
  return (
    <div className="fields">
      <FormField label={text('registry.field.living')} optional>
        {(field) => (
          <CodeSelect {...field} list="living" codes={Living.options} value={value.living} onChange={(living) => onChange({ living })} />
        )}
      </FormField>
      <FormField label={text('registry.field.employment')} optional>
        {(field) => (
          <CodeSelect
            {...field}
            list="employment"
            codes={Employment.options}
            value={value.employment}
            onChange={(employment) => onChange({ employment })}
          />
        )}
      </FormField>
      <FormField label={text('registry.field.maritalStatus')} optional>
        {(field) => (
          <CodeSelect
            {...field}
            list="marital"
            codes={MaritalStatus.options}
            value={value.maritalStatus}
            onChange={(maritalStatus) => onChange({ maritalStatus })}
          />
        )}
      </FormField>
      <FormField label={text('registry.field.education')} optional>
        {(field) => (
          <CodeSelect
            {...field}
            list="education"
            codes={Education.options}
            value={value.education}
            onChange={(education) => onChange({ education })}
          />
        )}
      </FormField>
      <FormField label={text('registry.field.politicalStatus')} optional>
        {(field) => (
          <CodeSelect
            {...field}
            list="political"
            codes={PoliticalStatus.options}
            value={value.politicalStatus}
            onChange={(politicalStatus) => onChange({ politicalStatus })}
          />
        )}
      </FormField>
    </div>
  )
}
