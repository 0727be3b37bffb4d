import { Input } from 'antd'
import { useCallback, useState } from 'react'
import { Chips, toggled } from '../../../ui/fields/Chips.tsx'
import { FieldGroup } from '../../../ui/fields/FieldGroup.tsx'
import { FormField } from '../../../ui/fields/FormField.tsx'
import { RegionPicker } from '../../../ui/fields/RegionPicker.tsx'
import { useDigitKeys } from '../../../ui/fields/use-digit-keys.ts'
import type { RegionHit } from '../../../ui/fields/use-region-search.ts'
import { QuickEntry } from '../../../ui/layout/QuickEntry.tsx'
import { Choice } from '../../../ui/parts/Choice.tsx'
import { useText } from '../../../ui/text/use-text.ts'
import { kitMessages } from './kit-messages.ts'
import { sampleFigures } from './sample-figures.ts'

const ways = ['上门', '电话', '来站', '视频'].map((label) => ({ value: label, label }))
const gifts = ['送政策', '送技能', '送岗位', '送帮扶', '送保障', '送尊崇'].map((label) => ({ value: label, label }))
const find = async (query: string): Promise<RegionHit[]> =>
  sampleFigures.flatMap(({ code, name }) =>
    name.includes(query) || code.startsWith(query) ? [{ code, name, path: ['重庆市', '渝北区'] }] : [],
  )

/** The quick entry with every kind of field. */
export function KitVisit({ open, onClose }: { open: boolean; onClose: () => void }) {
  const text = useText(kitMessages)
  const [way, setWay] = useState('上门')
  const [gave, setGave] = useState<string[]>([])
  const [heard, setHeard] = useState('')
  const [place, setPlace] = useState<RegionHit>()
  const pressDigit = useDigitKeys(
    useCallback((digit) => setGave((before) => (gifts[digit - 1] ? toggled(before, gifts[digit - 1]?.value ?? '') : before)), []),
  )
  return (
    <QuickEntry
      open={open}
      onClose={onClose}
      onSave={onClose}
      title={text('kit.record')}
      saveLabel={text('kit.save')}
      promise={text('kit.promise')}
      isTouched={heard !== ''}
      onKeyDown={pressDigit}
    >
      <FieldGroup label={text('kit.way')}>
        <Choice label={text('kit.way')} options={ways} value={way} onChange={setWay} />
      </FieldGroup>
      <FieldGroup label={text('kit.gave')}>
        <Chips options={gifts} chosen={gave} onChange={setGave} digits />
      </FieldGroup>
      <FormField label={text('kit.region')}>
        {(field) => <RegionPicker {...field} label={text('kit.region')} value={place} onChange={setPlace} find={find} />}
      </FormField>
      <FormField label={text('kit.heard')} optional>
        {(field) => <Input.TextArea {...field} rows={3} value={heard} onChange={(event) => setHeard(event.target.value)} />}
      </FormField>
      <FormField label={text('kit.idNumber')} error={text('kit.wrong')}>
        {(field) => <Input {...field} size="middle" status="error" defaultValue="990112196206150018" />}
      </FormField>
    </QuickEntry>
  )
}
