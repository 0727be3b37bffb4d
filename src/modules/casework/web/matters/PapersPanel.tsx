import { Button } from 'antd'
import { useAction } from '../../../../ui/api/use-action.ts'
import { Panel } from '../../../../ui/layout/Panel.tsx'
import { ErrorState } from '../../../../ui/parts/ErrorState.tsx'
import { Tag } from '../../../../ui/parts/Tag.tsx'
import { useText } from '../../../../ui/text/use-text.ts'
import { giveDocument, type Matter } from '../../contract.ts'
import { matterMessages } from './messages-pages.ts'
import { useWordsOf } from './words-of.ts'

/** Papers asked for, all at once: which are there, which are wanting. */
export function PapersPanel({ matter }: { matter: Matter }) {
  const text = useText(matterMessages)
  return (
    <Panel title={text('matters.matter.papers')}>
      {matter.documents.length === 0 && <p className="panel-words faint">{text('matters.matter.noPapers')}</p>}
      <ul className="matter-papers">
        {matter.documents.map((document) => (
          <Paper key={document.code} matter={matter} document={document} />
        ))}
      </ul>
    </Panel>
  )
}

function Paper({ matter, document }: { matter: Matter; document: Matter['documents'][number] }) {
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
        {form.problem && <ErrorState problem={form.problem} onRetry={give} slim />}
      </span>
      {matter.can.give && !document.given && (
        <Button size="small" loading={form.sending} onClick={give}>
          {text('matters.matter.give')}
        </Button>
      )}
      <Tag tone={state === 'given' ? 'green' : state === 'wanting' ? 'amber' : 'plain'}>{text(`matters.matter.${state}`)}</Tag>
    </li>
  )
}
