import { type ChangeEvent, useId, useState } from 'react'
import { useAction } from '../../../../ui/api/use-action.ts'
import { useText } from '../../../../ui/text/use-text.ts'
import { giveDocument } from '../../contract.ts'
import { paperMessages } from './messages-papers.ts'
import { type PaperFault, sendPaper } from './send-paper.ts'

/** Takes a photo or a PDF of a paper and gives it in the matter at once; why it was not taken is said beside the button. */
export function PaperUpload({ matterId, code, name }: { matterId: string; code: string; name: string }) {
  const text = useText(paperMessages)
  const [isSending, setSending] = useState(false)
  const [fault, setFault] = useState<PaperFault>()
  const said = useId()
  const form = useAction(giveDocument)
  const add = async ({ target }: ChangeEvent<HTMLInputElement>) => {
    const file = target.files?.[0]
    target.value = ''
    if (!file) return
    setSending(true)
    setFault(undefined)
    const sent = await sendPaper(file)
    if ('id' in sent) await form.send({ matterId, code, how: 'kept', fileId: sent.id })
    else setFault(sent.fault)
    setSending(false)
  }
  const wrong = fault ? text(`matters.paper.fault.${fault}`) : form.refusal && text(`matters.paper.refusal.${form.refusal.code}`)
  return (
    <>
      <label className="paper-upload" aria-busy={isSending}>
        {text(isSending ? 'matters.paper.sending' : 'matters.paper.add')}
        <span className="unseen">{name}</span>
        <input
          type="file"
          accept="image/*,application/pdf"
          disabled={isSending}
          aria-describedby={said}
          onChange={(event) => void add(event)}
        />
      </label>
      <span id={said} className="paper-fault red" role="alert">
        {wrong}
        {form.problem && text('matters.paper.fault.not-sent')}
      </span>
    </>
  )
}
