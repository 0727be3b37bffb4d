import { Panel } from '../../../../ui/layout/Panel.tsx'
import { useText } from '../../../../ui/text/use-text.ts'
import { PartList } from '../form/PartList.tsx'
import { IdentityInputs } from '../identity/IdentityInputs.tsx'
import { KinInputs } from '../kin/KinInputs.tsx'
import { registryMessages } from '../messages.ts'
import { ServiceInputs } from '../service/ServiceInputs.tsx'
import type { CaptureFieldsProps } from './capture-draft.ts'

/** What there may be several of: identities, spells of service, kin. */
export function CaptureParts({ draft, set, errorAt }: CaptureFieldsProps) {
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
