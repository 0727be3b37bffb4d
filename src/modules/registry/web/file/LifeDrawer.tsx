import { useText } from '../../../../ui/text/use-text.ts'
import { FormDrawer } from '../form/FormDrawer.tsx'
import { ReasonFields } from '../form/ReasonFields.tsx'
import { registryMessages } from '../messages.ts'
import type { DrawerProps } from './editing.ts'
import { LifeInputs } from './LifeInputs.tsx'
import { useChangePerson } from './use-change-person.ts'

/** How the person lives now. */
export function LifeDrawer(props: DrawerProps) {
  const text = useText(registryMessages)
  const { form, changes, put, conflict, blocked } = useChangePerson(props)
  const { living, employment, maritalStatus, education, politicalStatus } = props.file
  return (
    <FormDrawer
      title={text('registry.file.changeLabel', { section: text('registry.file.life') })}
      form={form}
      onSave={() => void form.submit()}
      onClose={props.onClose}
      blocked={blocked}
      refusalNote={conflict}
    >
      <LifeInputs value={{ living, employment, maritalStatus, education, politicalStatus, ...changes }} onChange={put} />
      <ReasonFields form={form} />
    </FormDrawer>
  )
}
