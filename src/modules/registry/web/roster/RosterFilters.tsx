import { Button, Popover, Select } from 'antd'
import { Icon } from '../../../../ui/parts/Icon.tsx'
import { useText } from '../../../../ui/text/use-text.ts'
import { Living, Sex } from '../../contract.ts'
import { type CodeList, codeWord } from '../code-word.ts'
import { RegionField } from '../form/RegionField.tsx'
import { registryMessages } from '../messages.ts'
import { useClasses } from '../use-classes.ts'
import { findOwn } from '../use-region.ts'
import { BELOW, CONTACT_DAYS, countFilters, type FilterName, OTHER_STATUSES, SERVED, withFilter } from './roster-filter.ts'

export interface RosterFiltersProps {
  params: URLSearchParams
  onParams: (params: URLSearchParams) => void
  /** The place whose roster it is; only those who see more than one place choose. */
  home: string
  isOnePlace: boolean
}

/** Above the roster: place and identity at once, the rest behind one button. */
export function RosterFilters({ params, onParams, home, isOnePlace }: RosterFiltersProps) {
  const text = useText(registryMessages)
  const { classes, nameOf } = useClasses()
  const set = (name: FilterName, value: string | null | undefined) => onParams(withFilter(params, name, value))
  const count = countFilters(params)
  return (
    <>
      {!isOnePlace && (
        <div className="roster-place">
          <RegionField
            label={text('registry.filter.place')}
            find={findOwn}
            value={params.get('place') ?? home}
            onChange={(code) => set('place', code)}
          />
        </div>
      )}
      <Select
        className="roster-class"
        aria-label={text('registry.filter.class')}
        placeholder={text('registry.filter.class')}
        allowClear
        showSearch={{ optionFilterProp: 'label' }}
        value={params.get('class')}
        options={classes.map(({ code }) => ({ value: code, label: nameOf(code) }))}
        onChange={(code?: string | null) => set('class', code)}
      />
      <Popover trigger="click" placement="bottomLeft" content={<MoreFilters params={params} set={set} />}>
        <Button icon={<Icon name="list" />}>{count === 0 ? text('registry.filter.more') : text('registry.filter.some', { count })}</Button>
      </Popover>
      {count > 0 && (
        <Button type="text" onClick={() => onParams(new URLSearchParams())}>
          {text('registry.roster.clear')}
        </Button>
      )}
    </>
  )
}

interface MoreProps {
  params: URLSearchParams
  set: (name: FilterName, value: string | null | undefined) => void
}

function MoreFilters({ params, set }: MoreProps) {
  const text = useText(registryMessages)
  const codes = (name: 'sex' | 'living', list: CodeList, all: readonly string[]) => (
    <One
      label={text(`registry.filter.${name}`)}
      value={params.get(name)}
      options={all.map((code) => ({ value: code, label: codeWord(text, list, code) }))}
      onPick={(value) => set(name, value)}
    />
  )
  const stateOf = (status: (typeof OTHER_STATUSES)[number]) =>
    status === 'all' ? text('registry.filter.all') : codeWord(text, 'status', status)
  return (
    <div className="filters">
      {codes('sex', 'sex', Sex.options)}
      {codes('living', 'living', Living.options)}
      <One
        label={text('registry.filter.status')}
        value={params.get('status')}
        none={codeWord(text, 'status', SERVED)}
        options={OTHER_STATUSES.map((status) => ({ value: status, label: stateOf(status) }))}
        onPick={(value) => set('status', value)}
      />
      <One
        label={text('registry.filter.contact')}
        value={params.get('contact')}
        options={CONTACT_DAYS.map((days) => ({ value: String(days), label: text(`registry.filter.contact${days}`) }))}
        onPick={(value) => set('contact', value)}
      />
      <One
        label={text('registry.filter.incomplete')}
        value={params.get('below')}
        options={BELOW.map((percent) => ({ value: String(percent), label: text(`registry.filter.below${percent}`) }))}
        onPick={(value) => set('below', value)}
      />
      <Age label={text('registry.filter.minAge')} value={params.get('min')} onChange={(value) => set('min', value)} />
      <Age label={text('registry.filter.maxAge')} value={params.get('max')} onChange={(value) => set('max', value)} />
    </div>
  )
}

interface OneProps {
  label: string
  value: string | null
  /** What is shown where nothing is picked: everybody, unless said otherwise. */
  none?: string
  options: { value: string; label: string }[]
  onPick: (value: string | undefined) => void
}

function One({ label, value, none, options, onPick }: OneProps) {
  const text = useText(registryMessages)
  return (
    <label className="filter">
      <span className="faint">{label}</span>
      <select value={value ?? ''} onChange={({ target }) => onPick(target.value)}>
        <option value="">{none ?? text('registry.filter.all')}</option>
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </label>
  )
}

function Age({ label, value, onChange }: { label: string; value: string | null; onChange: (value: string) => void }) {
  return (
    <label className="filter">
      <span className="faint">{label}</span>
      <input inputMode="numeric" maxLength={3} value={value ?? ''} onChange={({ target }) => onChange(target.value.replace(/\D/g, ''))} />
    </label>
  )
}
