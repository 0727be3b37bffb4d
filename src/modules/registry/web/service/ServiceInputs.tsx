import { Button, Checkbox, Input } from 'antd'
import { FieldGroup } from '../../../../ui/fields/FieldGroup.tsx'
import { FormField } from '../../../../ui/fields/FormField.tsx'
import { Icon } from '../../../../ui/parts/Icon.tsx'
import { useText } from '../../../../ui/text/use-text.ts'
import { Branch, HonourKind, PlacementWay, RankGroup } from '../../contract.ts'
import { CodeSelect } from '../form/CodeSelect.tsx'
import { DayInput } from '../form/DayInput.tsx'
import type { PartProps, TypedService } from '../form/part-fields.ts'
import { registryMessages } from '../messages.ts'

/** One spell of service: when, in which branch, how it ended; never a unit or a garrison. */
export function ServiceInputs({ value, onChange, errorAt }: PartProps<TypedService>) {
  const text = useText(registryMessages)
  const set = (change: Partial<TypedService>) => onChange({ ...value, ...change })
  return (
    <div className="fields">
      <FormField label={text('registry.field.enlistedOn')} error={errorAt('enlistedOn')}>
        {(field) => <DayInput {...field} value={value.enlistedOn} onChange={(enlistedOn) => set({ enlistedOn })} />}
      </FormField>
      <FormField label={text('registry.field.dischargedOn')} error={errorAt('dischargedOn')}>
        {(field) => <DayInput {...field} value={value.dischargedOn} onChange={(dischargedOn) => set({ dischargedOn })} />}
      </FormField>
      <FormField label={text('registry.field.rankGroup')}>
        {(field) => (
          <CodeSelect
            {...field}
            list="rank"
            codes={RankGroup.options}
            value={value.rankGroup}
            onChange={(rankGroup) => set({ rankGroup })}
          />
        )}
      </FormField>
      <FormField label={text('registry.field.branch')}>
        {(field) => (
          <CodeSelect {...field} list="branch" codes={Branch.options} value={value.branch} onChange={(branch) => set({ branch })} />
        )}
      </FormField>
      <FormField label={text('registry.field.placementWay')}>
        {(field) => (
          <CodeSelect
            {...field}
            list="placement"
            codes={PlacementWay.options}
            value={value.placementWay}
            onChange={(placementWay) => set({ placementWay })}
          />
        )}
      </FormField>
      <div className="ticks">
        <Checkbox checked={value.combat ?? false} onChange={({ target }) => set({ combat: target.checked })}>
          {text('registry.file.combat')}
        </Checkbox>
        <Checkbox checked={value.nuclearTest ?? false} onChange={({ target }) => set({ nuclearTest: target.checked })}>
          {text('registry.file.nuclearTest')}
        </Checkbox>
      </div>
      <Honours value={value} onChange={onChange} errorAt={errorAt} />
    </div>
  )
}

function Honours({ value, onChange, errorAt }: PartProps<TypedService>) {
  const text = useText(registryMessages)
  const honours = value.honours ?? []
  const put = (at: number, change: Partial<(typeof honours)[number]>) =>
    onChange({ ...value, honours: honours.map((one, place) => (place === at ? { ...one, ...change } : one)) })
  const error = honours.map((_, at) => errorAt(`honours.${at}.year`)).find((sentence) => sentence !== undefined)
  return (
    <div className="span">
      <FieldGroup label={text('registry.field.honours')} error={error}>
        {honours.map((honour, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: an honour has no other name while it is typed
          <div key={at} className="honour">
            <CodeSelect
              list="honour"
              label={text('registry.capture.honour')}
              codes={HonourKind.options}
              value={honour.kind}
              required
              onChange={(kind) => kind && put(at, { kind })}
            />
            <Input
              aria-label={text('registry.capture.year')}
              placeholder={text('registry.capture.year')}
              inputMode="numeric"
              maxLength={4}
              value={honour.year ?? ''}
              onChange={({ target }) => put(at, { year: Number(target.value.replace(/\D/g, '')) || null })}
            />
            <Button
              type="text"
              aria-label={text('registry.capture.remove')}
              icon={<Icon name="close" size={12} />}
              onClick={() => onChange({ ...value, honours: honours.filter((_, place) => place !== at) })}
            />
          </div>
        ))}
        <Button
          icon={<Icon name="plus" size={12} />}
          onClick={() => onChange({ ...value, honours: [...honours, { kind: 'thirdClassMerit' }] })}
        >
          {text('registry.capture.addHonour')}
        </Button>
      </FieldGroup>
    </div>
  )
}
