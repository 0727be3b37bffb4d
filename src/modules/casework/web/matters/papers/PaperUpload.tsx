import { useId, useState } from 'react'
import { type PaperFault, sendPaper } from '../../../../../ui/api/send-paper.ts'
import { useAction } from '../../../../../ui/api/use-action.ts'
import { FilePick } from '../../../../../ui/fields/FilePick.tsx'
import { useText } from '../../../../../ui/text/use-text.ts'
import { giveDocument } from '../../../contract.ts'
import type { PhotoSpec } from '../../photo/draw-photo.ts'
import { FitPhoto } from '../../photo/FitPhoto.tsx'
import { usePhotoWrong } from '../../photo/use-photo-wrong.ts'
import { matterMessages } from '../messages.ts'

interface PaperUploadProps {
  matterId: string
  code: string
  name: string
  /** Where the paper is a photo of one size and no other. */
  photo?: PhotoSpec | undefined
}

/** Takes a photo or a PDF of a paper and gives it in the matter at once; why it was not taken is said beside the button. */
export function PaperUpload({ matterId, code, name, photo }: PaperUploadProps) {
  const text = useText(matterMessages)
  const [fitting, setFitting] = useState<File>()
  const said = useId()
  const { give, isSending, wrong } = useGive({ matterId, code })
  const add = ([file]: readonly File[]) => {
    if (!file) return
    if (photo) setFitting(file)
    else void give(file, false)
  }
  const use = (cut: File) => {
    setFitting(undefined)
    void give(cut, true)
  }
  return (
    <>
      <FilePick accept={photo ? 'image/*' : 'image/*,application/pdf'} isBusy={isSending} saidIn={said} onPick={add}>
        {text(isSending ? 'matters.paper.sending' : photo ? 'matters.paper.addPhoto' : 'matters.paper.add')}
        <span className="unseen">{name}</span>
      </FilePick>
      {photo && fitting && <FitPhoto file={fitting} spec={photo} onUse={use} onCancel={() => setFitting(undefined)} />}
      <span id={said} className="paper-fault red" role="alert">
        {wrong}
      </span>
    </>
  )
}

function useGive({ matterId, code }: Pick<PaperUploadProps, 'matterId' | 'code'>) {
  const text = useText(matterMessages)
  const photoWrong = usePhotoWrong()
  const [isSending, setSending] = useState(false)
  const [fault, setFault] = useState<PaperFault>()
  const form = useAction(giveDocument)
  const give = async (file: File, isReady: boolean) => {
    setSending(true)
    setFault(undefined)
    const sent = await sendPaper(file, { isReady })
    if ('id' in sent) await form.send({ matterId, code, how: 'kept', fileId: sent.id })
    else setFault(sent.fault)
    setSending(false)
  }
  const { refusal } = form
  const refused = refusal && (refusal.code === 'photo-wrong' ? photoWrong(refusal) : text(`matters.paper.refusal.${refusal.code}`))
  const wrong = fault ? text(`matters.paper.fault.${fault}`) : form.problem ? text('matters.paper.fault.not-sent') : refused
  return { give, isSending, wrong }
}
