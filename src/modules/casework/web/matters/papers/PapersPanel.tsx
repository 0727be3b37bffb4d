import { Button } from 'antd'
import { useAction } from '../../../../../ui/api/use-action.ts'
import { Panel } from '../../../../../ui/layout/Panel.tsx'
import { ErrorState } from '../../../../../ui/parts/ErrorState.tsx'
import { Tag } from '../../../../../ui/parts/Tag.tsx'
import { useText } from '../../../../../ui/text/use-text.ts'
import { giveDocument, type Matter } from '../../../contract.ts'
import { matterMessages } from '../messages.ts'
import { useWordsOf } from '../words-of.ts'
import { PaperUpload } from './PaperUpload.tsx'

type Document = Matter['documents'][number]

/** Papers asked for, all at once: which are there, which are wanting; copies that are kept can be looked at. */
export function PapersPanel({ matter }: { matter: Matter }) {
  const text = useText(matterMessages)
  return (
    <Panel title={text('matters.matter.papers')}>
      {matter.documents.length === 0 && <p className="panel-words faint">{text('matters.matter.noPapers')}</p>}
      <ul className="matter-lines">
        {matter.documents.map((document) => (
          <Paper key={document.code} matter={matter} document={document} />
        ))}
      </ul>
    </Panel>
  )
}

function Paper({ matter, document }: { matter: Matter; document: Document }) {
  const text = useText(matterMessages)
  const wordsOf = useWordsOf()
  const form = useAction(giveDocument)
  const give = () => void form.send({ matterId: matter.id, code: document.code })
  const state = document.given ? 'given' : document.required ? 'wanting' : 'optional'
  return (
    <li>
      <span className="grow">
        {wordsOf(document.name)}
        {document.hint && <span className="field-hint">{wordsOf(document.hint)}</span>}
        <Copies document={document} />
        {form.problem && <ErrorState problem={form.problem} onRetry={give} slim />}
        {form.refusal && (
          <span className="field-hint red" role="alert">
            {form.refusal.code !== 'photo-wrong' && text(`matters.paper.refusal.${form.refusal.code}`)}
          </span>
        )}
        {matter.can.give && (
          <span className="paper-tools">
            {!document.given && (
              <Button size="small" loading={form.sending} onClick={give}>
                {text('matters.matter.give')}
              </Button>
            )}
            <PaperUpload matterId={matter.id} code={document.code} name={wordsOf(document.name)} photo={document.photo} />
          </span>
        )}
      </span>
      <Tag tone={state === 'given' ? 'green' : state === 'wanting' ? 'amber' : 'plain'}>{text(`matters.matter.${state}`)}</Tag>
    </li>
  )
}

function Copies({ document: { given } }: { document: Document }) {
  const text = useText(matterMessages)
  if (!given) return null
  const how = given.how === 'kept' || given.how === 'shared' ? given.how : 'seen'
  return (
    <span className="field-hint">
      {text(`matters.paper.${how}`)}
      {given.files.map((id, at) => (
        <a key={id} href={`/api/papers/${id}`} target="_blank" rel="noreferrer">
          {text('matters.paper.look', { number: at + 1 })}
        </a>
      ))}
    </span>
  )
}
