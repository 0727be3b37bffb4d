import { type ChangeEvent, type ReactNode, useState } from 'react'
import { type PaperFault, sendPaper } from '../../../../../ui/api/send-paper.ts'
import { useAction } from '../../../../../ui/api/use-action.ts'
import { ErrorState } from '../../../../../ui/parts/ErrorState.tsx'
import { Icon } from '../../../../../ui/parts/Icon.tsx'
import { useText } from '../../../../../ui/text/use-text.ts'
import { giveMyDocument, type MyMatter } from '../../../contract.ts'
import { useWordsOf } from '../../matters/words-of.ts'
import { FitPhoto } from '../../photo/FitPhoto.tsx'
import { useMineRefusal } from '../mine-refusal.ts'
import { matterPageMessages } from './messages-matter.ts'

type Paper = MyMatter['documents'][number]

/** The papers of a matter, all of them at once, each to be photographed here. */
export function PapersToGive({ matter }: { matter: MyMatter }) {
  const text = useText(matterPageMessages)
  const { give, sending, said, fault, form } = useGive(matter)
  const sentence = useMineRefusal()
  const [fitting, setFitting] = useState<{ paper: Paper; file: File }>()
  const use = (cut: File) => {
    setFitting(undefined)
    if (fitting) void give(fitting.paper, cut, true)
  }
  // What nobody will take any more is not asked for.
  const papers = matter.outcome === null ? matter.documents : matter.documents.filter(({ given }) => given !== null)
  if (papers.length === 0) return null
  const wanting = matter.documents.filter(({ required, given }) => required && given === null).length
  const isFree = matter.documents.every(({ required, given }) => !required && given === null)
  return (
    <section className="sheet">
      <h2>{text('mine.matter.papers')}</h2>
      <p className="fine">
        {wanting > 0
          ? text('mine.matter.papersWanting', { count: wanting })
          : text(isFree ? 'mine.matter.papersFree' : 'mine.matter.papersDone')}
      </p>
      <p className="told-live" role="status">
        {sending !== undefined ? text('mine.matter.giving') : said !== undefined ? text('mine.matter.gave', { name: said }) : ''}
      </p>
      {form.problem && <ErrorState problem={form.problem} slim />}
      {(fault !== undefined || form.refusal) && (
        <p className="wrong" role="alert">
          <Icon name="warning" size={24} />
          <span>{fault !== undefined ? text(`mine.paper.${fault}`) : form.refusal && sentence(form.refusal)}</span>
        </p>
      )}
      <ul className="papers">
        {papers.map((paper) => (
          <PaperLine
            key={paper.code}
            paper={paper}
            canGive={matter.can.give}
            isBusy={sending !== undefined}
            onGive={(file) => (paper.photo ? setFitting({ paper, file }) : void give(paper, file))}
            fitting={
              fitting?.paper.code === paper.code &&
              paper.photo && <FitPhoto file={fitting.file} spec={paper.photo} onUse={use} onCancel={() => setFitting(undefined)} />
            }
          />
        ))}
      </ul>
    </section>
  )
}

function useGive(matter: MyMatter) {
  const wordsOf = useWordsOf()
  const form = useAction(giveMyDocument)
  const [sending, setSending] = useState<string>()
  const [said, setSaid] = useState<string>()
  const [fault, setFault] = useState<PaperFault>()
  const give = async ({ code, name }: Paper, file: File, isReady = false) => {
    setSending(code)
    setSaid(undefined)
    setFault(undefined)
    const stored = await sendPaper(file, { door: '/api/me/files', isReady })
    if ('fault' in stored) setFault(stored.fault)
    else if ((await form.send({ matterId: matter.id, code, fileId: stored.id }))?.ok) setSaid(wordsOf(name))
    setSending(undefined)
  }
  return { give, sending, said, fault, form }
}

interface PaperLineProps {
  paper: Paper
  canGive: boolean
  isBusy: boolean
  onGive: (file: File) => void
  /** The photo that is being cut to size. */
  fitting: ReactNode
}

function PaperLine({ paper: { name, hint, required, given, photo }, canGive, isBusy, onGive, fitting }: PaperLineProps) {
  const text = useText(matterPageMessages)
  const wordsOf = useWordsOf()
  return (
    <li>
      <b>
        <Icon name={given ? 'done' : 'upload'} size={24} /> {wordsOf(name)}
      </b>
      {hint && <span>{wordsOf(hint)}</span>}
      <span className={given ? 'green' : required ? 'todo' : undefined}>
        {text(given ? 'mine.matter.given' : required ? 'mine.matter.wanting' : 'mine.matter.optional')}
      </span>
      {canGive && (
        <div className="takes">
          <Take way="take" name={wordsOf(name)} accept="image/*" capture={photo ? 'user' : 'environment'} isBusy={isBusy} onGive={onGive} />
          <Take way="choose" name={wordsOf(name)} accept={photo ? 'image/*' : 'image/*,application/pdf'} isBusy={isBusy} onGive={onGive} />
        </div>
      )}
      {fitting}
    </li>
  )
}

interface TakeProps extends Pick<PaperLineProps, 'isBusy' | 'onGive'> {
  /** Photographed now, or chosen from what lies on the phone. */
  way: 'take' | 'choose'
  name: string
  accept: string
  capture?: 'user' | 'environment'
}

function Take({ way, name, accept, capture, isBusy, onGive }: TakeProps) {
  const text = useText(matterPageMessages)
  const picked = ({ target }: ChangeEvent<HTMLInputElement>) => {
    const file = target.files?.[0]
    target.value = ''
    if (file) onGive(file)
  }
  return (
    <label className="ghost" aria-disabled={isBusy}>
      {text(`mine.matter.${way}`)}
      <input
        type="file"
        accept={accept}
        capture={capture}
        aria-label={text(`mine.matter.${way}Of`, { name })}
        disabled={isBusy}
        onChange={picked}
      />
    </label>
  )
}
