import { useState } from 'react'
import { useAction } from '../../../../ui/api/use-action.ts'
import { LineField } from '../../../../ui/fields/LineField.tsx'
import { ActionDrawer } from '../../../../ui/layout/ActionDrawer.tsx'
import { useText } from '../../../../ui/text/use-text.ts'
import { type SiteOnDesk, takeBackSite } from '../../contract.ts'
import { workMessages } from '../messages.ts'

/** Takes a facility off the public map; its record stays. */
export function TakeBackDrawer({ site, onClose }: { site: SiteOnDesk; onClose: () => void }) {
  const text = useText(workMessages)
  const [reason, setReason] = useState('')
  const action = useAction(takeBackSite, { onDone: onClose })
  const refused = action.refusal && (
    <p className="field-error refused" role="alert">
      {text('work.sites.notPublished')}
    </p>
  )
  return (
    <ActionDrawer
      title={text('work.sites.takeBackTitle', { name: site.name })}
      saveLabel={text('work.sites.takeBack')}
      action={action}
      refused={refused}
      blocked={reason.trim().length < 2 ? text('work.sites.whyMissing') : undefined}
      isTouched={reason !== ''}
      onSave={() => void action.send({ recordId: site.recordId, reason: reason.trim() })}
      onClose={onClose}
    >
      <LineField label={text('work.sites.takeBackWhy')} max={300} value={reason} onChange={setReason} />
    </ActionDrawer>
  )
}
