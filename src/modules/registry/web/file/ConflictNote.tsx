import { useQueryClient } from '@tanstack/react-query'
import { Button } from 'antd'
import { useEffect } from 'react'
import { viewKey } from '../../../../ui/api/use-view.ts'
import { Alarm } from '../../../../ui/parts/Alarm.tsx'
import { useText } from '../../../../ui/text/use-text.ts'
import { type FileField, getPerson, type PersonFile } from '../../contract.ts'
import { valueWords } from '../history/change-words.ts'
import { registryMessages } from '../messages.ts'
import { shortPlace, useRegion } from '../use-region.ts'

interface ConflictNoteProps {
  file: PersonFile
  fields: readonly FileField[]
  onMine: () => void
  onTheirs: () => void
}

/** Someone saved the same fields first: what they say now, and both ways on. What was typed stays as it is. */
export function ConflictNote({ file, fields, onMine, onTheirs }: ConflictNoteProps) {
  const text = useText(registryMessages)
  const client = useQueryClient()
  useEffect(() => void client.invalidateQueries({ queryKey: viewKey(getPerson.name) }), [client])
  const names = fields.map((field) => text(`registry.field.${field}`)).join(text('registry.list'))
  return (
    <Alarm title={fields.length === 0 ? text('registry.conflict.whole') : text('registry.conflict.title', { fields: names })}>
      <p>{text('registry.refusal.changed-meanwhile')}</p>
      <ul>
        {fields.map((field) => (
          <NowLine key={field} file={file} field={field} />
        ))}
      </ul>
      <div className="row conflict-acts">
        <Button onClick={onTheirs}>{text('registry.conflict.theirs')}</Button>
        <Button onClick={onMine}>{text('registry.conflict.mine')}</Button>
      </div>
    </Alarm>
  )
}

function NowLine({ file, field }: { file: PersonFile; field: FileField }) {
  const text = useText(registryMessages)
  const region = useRegion(field === 'householdRegion' || field === 'residenceRegion' ? file[field] : null)
  const value = region ? shortPlace(region) : valueWords(field, shownNow(file, field), text)
  return <li>{text('registry.conflict.now', { field: text(`registry.field.${field}`), value })}</li>
}

/** A field of the file as a reader may see it. */
function shownNow(file: PersonFile, field: FileField): string | null {
  switch (field) {
    case 'name':
      return file.nameMasked
    case 'citizenId':
      return file.citizenIdMasked
    case 'phone':
      return file.phoneMasked
    case 'address':
      return file.addressMasked
    case 'bankCard':
      return file.bankCardMasked
    case 'unit':
      return file.unitCode
    case 'service':
    case 'identities':
    case 'kin':
      return String(file[field].length)
    default:
      return file[field]
  }
}
