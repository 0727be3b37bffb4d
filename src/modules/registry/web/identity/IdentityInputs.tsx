import { Select } from 'antd'
import { FormField } from '../../../../ui/fields/FormField.tsx'
import { useText } from '../../../../ui/text/use-text.ts'
import { DisabilityCause } from '../../contract.ts'
import { CodeSelect } from '../form/CodeSelect.tsx'
import { DayInput } from '../form/DayInput.tsx'
import type { PartProps, TypedIdentity } from '../form/part-fields.ts'
import { TextField } from '../form/TextField.tsx'
import { registryMessages } from '../messages.ts'
import { useClasses } from '../use-classes.ts'

const grades = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10]

/** One entitled identity; grade and cause only where the class has them. */
export function IdentityInputs({ value, onChange, errorAt }: PartProps<TypedIdentity>) {
  const text = useText(registryMessages)
  const { classes, find, nameOf } = useClasses()
  const set = (change: Partial<TypedIdentity>) => onChange({ ...value, ...change })
  const pick = (classCode: string) => set(find(classCode)?.graded ? { classCode } : { classCode, grade: null, cause: null })
  const isGraded = find(value.classCode)?.graded ?? false
  return (
    <div className="fields">
      <FormField label={text('registry.capture.class')} error={errorAt('classCode')}>
        {(field) => (
          <Select
            {...field}
            className="wide"
            showSearch={{ optionFilterProp: 'label' }}
            placeholder={text('registry.capture.classFind')}
            value={value.classCode === '' ? null : value.classCode}
            options={classes.map(({ code }) => ({ value: code, label: nameOf(code) }))}
            onChange={pick}
          />
        )}
      </FormField>
      {isGraded && (
        <>
          <FormField label={text('registry.capture.grade')} error={errorAt('grade')}>
            {(field) => (
              <Select
                {...field}
                className="wide"
                value={value.grade ?? null}
                options={grades.map((grade) => ({ value: grade, label: text('registry.capture.gradeOf', { count: grade }) }))}
                onChange={(grade) => set({ grade })}
              />
            )}
          </FormField>
          <FormField label={text('registry.capture.cause')} error={errorAt('cause')}>
            {(field) => (
              <CodeSelect
                {...field}
                list="cause"
                codes={DisabilityCause.options}
                value={value.cause}
                onChange={(cause) => set({ cause })}
              />
            )}
          </FormField>
        </>
      )}
      <TextField
        label={text('registry.capture.basis')}
        optional
        value={value.basis}
        error={errorAt('basis')}
        maxLength={200}
        onChange={(basis) => set({ basis })}
      />
      <FormField label={text('registry.capture.from')} optional error={errorAt('fromOn')}>
        {(field) => <DayInput {...field} value={value.fromOn} onChange={(fromOn) => set({ fromOn })} />}
      </FormField>
    </div>
  )
}
