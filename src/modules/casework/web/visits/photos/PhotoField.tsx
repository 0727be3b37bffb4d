import { useState } from 'react'
import { FieldGroup } from '../../../../../ui/fields/FieldGroup.tsx'
import { FilePick } from '../../../../../ui/fields/FilePick.tsx'
import { Icon } from '../../../../../ui/parts/Icon.tsx'
import { useText } from '../../../../../ui/text/use-text.ts'
import { visitPhotoMessages } from './messages-photos.ts'
import { PhotoView } from './PhotoView.tsx'
import { type PhotoFault, sendPhoto } from './send-photo.ts'

const MOST = 9

interface PhotoFieldProps {
  photoIds: readonly string[]
  /** Those that lie on this device: by id, their hash. */
  kept: Readonly<Record<string, string>>
  onChange: (change: { photoIds: string[]; keptPhotos?: Record<string, string> }) => void
}

/** Photos of a visit: drawn smaller here, without place and time, and stored at once. */
export function PhotoField({ photoIds, kept, onChange }: PhotoFieldProps) {
  const text = useText(visitPhotoMessages)
  const [isSending, setSending] = useState(false)
  const [fault, setFault] = useState<PhotoFault>()
  const add = async (files: readonly File[]) => {
    setSending(true)
    setFault(undefined)
    const added: string[] = []
    const hashes: Record<string, string> = {}
    for (const file of files) {
      const sent = await sendPhoto(file)
      if ('fault' in sent) setFault(sent.fault)
      else {
        added.push(sent.id)
        if (sent.hash !== undefined) hashes[sent.id] = sent.hash
      }
    }
    setSending(false)
    if (added.length > 0) onChange({ photoIds: [...new Set([...photoIds, ...added])], keptPhotos: { ...kept, ...hashes } })
  }
  return (
    <FieldGroup label={text('casework.record.photos')} error={fault && text(`casework.record.photo.${fault}`)}>
      <div className="photos">
        {photoIds.map((id, at) => (
          <span key={id} className="photo">
            <PhotoView id={id} hash={kept[id]} alt={text('casework.record.photo', { number: at + 1 })} />
            <button
              type="button"
              className="icon-button"
              aria-label={text('casework.record.photoRemove', { number: at + 1 })}
              onClick={() => onChange({ photoIds: photoIds.filter((other) => other !== id) })}
            >
              <Icon name="close" size={12} />
            </button>
          </span>
        ))}
        {photoIds.length < MOST && (
          <FilePick accept="image/*" multiple isBusy={isSending} onPick={(files) => void add(files.slice(0, MOST - photoIds.length))}>
            {text(isSending ? 'casework.record.photoSending' : 'casework.record.photoAdd')}
          </FilePick>
        )}
      </div>
    </FieldGroup>
  )
}
