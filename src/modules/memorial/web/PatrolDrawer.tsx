import { Button } from 'antd'
import { useState } from 'react'
import type { FileId } from '../../../kernel/id.ts'
import type { PlainDate } from '../../../kernel/plain-date.ts'
import type { UnitCode } from '../../../kernel/region-code.ts'
import { useAction } from '../../../ui/api/use-action.ts'
import { ChoiceField } from '../../../ui/fields/ChoiceField.tsx'
import { LineField } from '../../../ui/fields/LineField.tsx'
import { ActionDrawer } from '../../../ui/layout/ActionDrawer.tsx'
import { todayInChina } from '../../../ui/outbox/right-now.ts'
import { CheckItem, type Facility, recordPatrol } from '../contract.ts'
import { PhotoField } from './PhotoField.tsx'
import { useMemorialWords } from './use-memorial-words.ts'

interface DefectDraft {
  readonly key: number
  readonly item: CheckItem
  readonly what: string
  readonly photo: FileId | null
}

type Drafts = Readonly<Record<string, readonly DefectDraft[]>>

let serial = 0
const fresh = (): DefectDraft => ({ key: ++serial, item: 'structure', what: '', photo: null })

interface PatrolDrawerProps {
  facilities: readonly Facility[]
  unitCode: UnitCode
  onClose: () => void
}

/** One walk: the facilities that it came to, each in order or with what is wrong. */
export function PatrolDrawer({ facilities, unitCode, onClose }: PatrolDrawerProps) {
  const { text, refusal } = useMemorialWords()
  const [on, setOn] = useState<string>(todayInChina())
  const [drafts, setDrafts] = useState<Drafts>({})
  const form = useAction(recordPatrol, { onDone: onClose })
  const defectsOf = ({ id }: Facility) => drafts[id] ?? []
  const isFilled = on !== '' && facilities.every((one) => defectsOf(one).every(({ what }) => what.trim().length >= 2))
  const save = () => {
    const visits = facilities.map((one) => ({ facilityId: one.id, defects: defectsOf(one).map(({ key: _, ...defect }) => defect) }))
    void form.send({ unitCode, on: on as PlainDate, visits })
  }
  return (
    <ActionDrawer
      title={text('memorial.patrol')}
      saveLabel={text('memorial.save')}
      action={form}
      refused={refusal(form.refusal)}
      isTouched={Object.keys(drafts).length > 0}
      promise={text('memorial.promise')}
      blocked={isFilled ? undefined : text('memorial.incomplete')}
      onSave={save}
      onClose={onClose}
    >
      <LineField label={text('memorial.on')} type="date" value={on} onChange={setOn} />
      {facilities.map((one) => (
        <Visit key={one.id} facility={one} defects={defectsOf(one)} onChange={(defects) => setDrafts({ ...drafts, [one.id]: defects })} />
      ))}
    </ActionDrawer>
  )
}

interface VisitProps {
  facility: Facility
  defects: readonly DefectDraft[]
  onChange: (defects: readonly DefectDraft[]) => void
}

function Visit({ facility, defects, onChange }: VisitProps) {
  const { text } = useMemorialWords()
  const change = (key: number, part: Partial<DefectDraft>) => onChange(defects.map((one) => (one.key === key ? { ...one, ...part } : one)))
  return (
    <fieldset className="memorial-visit">
      <legend>{facility.name}</legend>
      <div className="memorial-sound">
        <Button
          type={defects.length === 0 ? 'primary' : 'default'}
          ghost={defects.length === 0}
          aria-pressed={defects.length === 0}
          onClick={() => onChange([])}
        >
          {text('memorial.sound')}
        </Button>
        <Button aria-pressed={defects.length > 0} onClick={() => defects.length === 0 && onChange([fresh()])}>
          {text('memorial.wrong')}
        </Button>
      </div>
      {defects.map((defect) => (
        <DefectFields
          key={defect.key}
          defect={defect}
          onChange={(part) => change(defect.key, part)}
          onDrop={() => onChange(defects.filter(({ key }) => key !== defect.key))}
        />
      ))}
      {defects.length > 0 && defects.length < 12 && (
        <Button type="text" className="link-button" onClick={() => onChange([...defects, fresh()])}>
          {text('memorial.addDefect')}
        </Button>
      )}
    </fieldset>
  )
}

interface DefectFieldsProps {
  defect: DefectDraft
  onChange: (part: Partial<DefectDraft>) => void
  onDrop: () => void
}

function DefectFields({ defect, onChange, onDrop }: DefectFieldsProps) {
  const { text, item } = useMemorialWords()
  return (
    <div className="memorial-defect">
      <ChoiceField
        label={text('memorial.item')}
        value={defect.item}
        onChange={(chosen) => onChange({ item: chosen })}
        options={CheckItem.options.map((one) => [one, item(one)] as const)}
      />
      <LineField
        label={text('memorial.what')}
        hint={text('memorial.whatHint')}
        max={100}
        value={defect.what}
        onChange={(what) => onChange({ what })}
      />
      <PhotoField label={text('memorial.photo')} photo={defect.photo} onChange={(photo) => onChange({ photo })} />
      <Button type="text" className="link-button" onClick={onDrop}>
        {text('memorial.dropDefect')}
      </Button>
    </div>
  )
}
