import { Input } from 'antd'
import { useState } from 'react'
import { type RegionCode, TIERS, type Tier } from '../../../../kernel/region-code.ts'
import { useAction } from '../../../../ui/api/use-action.ts'
import { Chips } from '../../../../ui/fields/Chips.tsx'
import { ChoiceField } from '../../../../ui/fields/ChoiceField.tsx'
import { FieldGroup } from '../../../../ui/fields/FieldGroup.tsx'
import { FormField } from '../../../../ui/fields/FormField.tsx'
import { LineField } from '../../../../ui/fields/LineField.tsx'
import { ActionDrawer } from '../../../../ui/layout/ActionDrawer.tsx'
import { Choice } from '../../../../ui/parts/Choice.tsx'
import { useText } from '../../../../ui/text/use-text.ts'
import { defineKind } from '../../contract.ts'
import { DUTIES, type Duty } from '../../domain/kind.ts'
import { workMessages } from '../messages.ts'
import { Refused } from '../Refused.tsx'
import { readFormLines } from './form-lines.ts'

/** A kind of one's own: a name, who records it, and its fields, one a line. */
export function DefineDrawer({ place, onClose }: { place: RegionCode; onClose: () => void }) {
  const text = useText(workMessages)
  const [zh, setZh] = useState('')
  const [duty, setDuty] = useState<Duty>('ideology')
  const [tiers, setTiers] = useState<Tier[]>(['village', 'township', 'county'])
  const [state, setState] = useState<'no' | 'yes'>('no')
  const [lines, setLines] = useState('')
  const [wrong, setWrong] = useState<number>()
  const action = useAction(defineKind, { onDone: onClose })
  const isBlocked = zh.trim() === '' || tiers.length === 0
  const save = () => {
    const fields = readFormLines(lines)
    setWrong(fields.ok ? undefined : fields.refusal.line)
    if (!fields.ok) return
    const form = { zh: zh.trim(), en: zh.trim(), area: 'party' as const, duty, tiers, state: state === 'yes', fields: fields.value }
    void action.send({ unitCode: place, form })
  }
  return (
    <ActionDrawer
      width={560}
      title={text('work.define.title')}
      saveLabel={text('work.define.save')}
      action={action}
      refused={<Refused refusal={action.refusal} />}
      isTouched={zh !== '' || lines !== ''}
      promise={text('work.define.promise')}
      blocked={isBlocked ? text('work.define.blocked') : undefined}
      onSave={save}
      onClose={onClose}
    >
      <LineField label={text('work.define.zh')} max={30} value={zh} onChange={setZh} />
      <FormField
        label={text('work.define.fields')}
        hint={text('work.define.fieldsHint')}
        error={wrong === undefined ? undefined : text('work.define.badLine', { line: wrong })}
      >
        {(field) => <Input.TextArea {...field} rows={6} value={lines} onChange={(event) => setLines(event.target.value)} />}
      </FormField>
      <FieldGroup label={text('work.define.state')}>
        <Choice
          label={text('work.define.state')}
          options={(['no', 'yes'] as const).map((value) => ({ value, label: text(`work.define.state.${value}`) }))}
          value={state}
          onChange={setState}
        />
      </FieldGroup>
      <FieldGroup label={text('work.define.tiers')}>
        <Chips
          options={TIERS.filter((tier) => tier !== 'nation').map((value) => ({ value, label: text(`work.tier.${value}`) }))}
          chosen={tiers}
          onChange={setTiers}
        />
      </FieldGroup>
      <ChoiceField
        label={text('work.define.duty')}
        value={duty}
        onChange={setDuty}
        options={DUTIES.map((one) => [one, text(`work.duty.${one}`)] as const)}
      />
    </ActionDrawer>
  )
}
