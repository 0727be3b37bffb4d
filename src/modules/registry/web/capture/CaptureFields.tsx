import { FormField } from '../../../../ui/fields/FormField.tsx'
import { Panel } from '../../../../ui/layout/Panel.tsx'
import { useText } from '../../../../ui/text/use-text.ts'
import { LifeInputs } from '../file/LifeInputs.tsx'
import { CitizenIdField, Star } from '../form/CitizenIdField.tsx'
import { RegionField } from '../form/RegionField.tsx'
import { TextField } from '../form/TextField.tsx'
import { registryMessages } from '../messages.ts'
import { findAnywhere, findOwnStations } from '../use-region.ts'
import { CaptureParts } from './CaptureParts.tsx'
import type { Capture, CaptureFieldsProps } from './capture-draft.ts'

/** The whole form, in the order in which one asks at a desk. */
export function CaptureFields(props: CaptureFieldsProps) {
  const text = useText(registryMessages)
  const { draft, set } = props
  return (
    <>
      <div className="capture-two">
        <Who {...props} />
        <Where {...props} />
      </div>
      <Panel title={text('registry.capture.life')}>
        <div className="pad">
          <LifeInputs value={draft.person} onChange={(change) => set({ person: { ...draft.person, ...change } })} />
        </div>
      </Panel>
      <CaptureParts {...props} />
    </>
  )
}

function Who({ draft, set, errorAt }: CaptureFieldsProps) {
  const text = useText(registryMessages)
  const { person } = draft
  const put = (change: Partial<Capture['person']>) => set({ person: { ...person, ...change } })
  return (
    <Panel title={text('registry.capture.who')}>
      <div className="pad">
        <TextField
          label={<Star label={text('registry.field.name')} />}
          value={person.name}
          error={errorAt('person.name')}
          maxLength={60}
          onChange={(name) => put({ name })}
        />
        <CitizenIdField
          required
          value={person.citizenId}
          error={errorAt('person.citizenId')}
          onChange={(citizenId) => put({ citizenId })}
        />
        <TextField
          label={text('registry.field.phone')}
          optional
          numeric
          value={person.phone}
          error={errorAt('person.phone')}
          maxLength={40}
          onChange={(phone) => put({ phone })}
        />
        <TextField
          label={text('registry.field.bankCard')}
          optional
          numeric
          value={person.bankCard}
          error={errorAt('person.bankCard')}
          maxLength={40}
          onChange={(bankCard) => put({ bankCard })}
        />
        <TextField
          label={text('registry.capture.source')}
          optional
          hint={text('registry.capture.sourceHint')}
          value={draft.source}
          error={errorAt('source')}
          maxLength={200}
          onChange={(source) => set({ source })}
        />
      </div>
    </Panel>
  )
}

function Where({ draft, set, errorAt }: CaptureFieldsProps) {
  const text = useText(registryMessages)
  const { person } = draft
  const put = (change: Partial<Capture['person']>) => set({ person: { ...person, ...change } })
  const words = {
    unit: text('registry.capture.unit'),
    household: text('registry.field.householdRegion'),
    residence: text('registry.field.residenceRegion'),
  }
  return (
    <Panel title={text('registry.capture.where')}>
      <div className="pad">
        <FormField
          label={<Star label={words.household} />}
          hint={text('registry.capture.householdHint')}
          error={errorAt('person.householdRegion')}
        >
          {(field) => (
            <RegionField
              {...field}
              label={words.household}
              find={findAnywhere}
              value={person.householdRegion}
              onChange={(householdRegion = '') => put({ householdRegion })}
            />
          )}
        </FormField>
        <FormField label={words.residence} optional hint={text('registry.capture.residenceHint')} error={errorAt('person.residenceRegion')}>
          {(field) => (
            <RegionField
              {...field}
              label={words.residence}
              find={findAnywhere}
              value={person.residenceRegion}
              onChange={(residenceRegion) => put({ residenceRegion: residenceRegion ?? null })}
            />
          )}
        </FormField>
        <TextField
          label={text('registry.field.address')}
          optional
          value={person.address}
          error={errorAt('person.address')}
          maxLength={200}
          onChange={(address) => put({ address })}
        />
        <FormField label={<Star label={words.unit} />} hint={text('registry.capture.unitHint')} error={errorAt('unitCode')}>
          {(field) => (
            <RegionField
              {...field}
              label={words.unit}
              find={findOwnStations}
              value={draft.unitCode}
              onChange={(unitCode = '') => set({ unitCode })}
            />
          )}
        </FormField>
      </div>
    </Panel>
  )
}
