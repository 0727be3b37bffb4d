import { FormField } from '../../../ui/fields/FormField.tsx'
import { Panel } from '../../../ui/layout/Panel.tsx'
import { useText } from '../../../ui/text/use-text.ts'
import { CitizenIdField, Star } from './CitizenIdField.tsx'
import type { Capture } from './capture-draft.ts'
import { IdentityInputs } from './IdentityInputs.tsx'
import { KinInputs } from './KinInputs.tsx'
import { LifeInputs } from './LifeInputs.tsx'
import { registryMessages } from './messages.ts'
import { PartList } from './PartList.tsx'
import { RegionField } from './RegionField.tsx'
import { ServiceInputs } from './ServiceInputs.tsx'
import { TextField } from './TextField.tsx'
import { findAnywhere, findOwnStations } from './use-region.ts'

export interface CaptureFieldsProps {
  draft: Capture
  set: (change: Partial<Capture>) => void
  errorAt: (path: string) => string | undefined
}

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
      <Parts {...props} />
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

function Parts({ draft, set, errorAt }: CaptureFieldsProps) {
  const text = useText(registryMessages)
  return (
    <>
      <Panel title={text('registry.capture.identities')}>
        <PartList
          parts={draft.identities ?? []}
          onChange={(identities) => set({ identities })}
          path="identities"
          errorAt={errorAt}
          fresh={{ classCode: '' }}
          most={10}
          addLabel={text('registry.capture.addIdentity')}
          titleOf={(count) => text('registry.capture.identity', { count })}
          draw={(part) => <IdentityInputs {...part} />}
        />
      </Panel>
      <Panel title={text('registry.capture.service')} side={text('registry.capture.scale')}>
        <PartList
          parts={draft.service ?? []}
          onChange={(service) => set({ service })}
          path="service"
          errorAt={errorAt}
          fresh={{}}
          most={10}
          addLabel={text('registry.capture.addSpell')}
          titleOf={(count) => text('registry.capture.spell', { count })}
          draw={(part) => <ServiceInputs {...part} />}
        />
      </Panel>
      <Panel title={text('registry.capture.kin')}>
        <PartList
          parts={draft.kin ?? []}
          onChange={(kin) => set({ kin })}
          path="kin"
          errorAt={errorAt}
          fresh={{ relation: 'spouse', name: '' }}
          most={20}
          addLabel={text('registry.capture.addKin')}
          titleOf={(count) => text('registry.capture.member', { count })}
          draw={({ onChange, ...part }) => (
            <KinInputs {...part} onChange={(kin) => onChange({ ...kin, relation: kin.relation ?? 'other', name: kin.name ?? '' })} />
          )}
        />
      </Panel>
    </>
  )
}
