import { useState } from 'react'
import { Link } from 'react-router'
import { useAction } from '../../../../../ui/api/use-action.ts'
import { FieldGroup } from '../../../../../ui/fields/FieldGroup.tsx'
import { ActionDrawer } from '../../../../../ui/layout/ActionDrawer.tsx'
import { markReplaced, useAmended } from '../../../../../ui/outbox/amended.ts'
import { KeptNote } from '../../../../../ui/outbox/KeptNote.tsx'
import { Alarm } from '../../../../../ui/parts/Alarm.tsx'
import { Choice } from '../../../../../ui/parts/Choice.tsx'
import { Icon } from '../../../../../ui/parts/Icon.tsx'
import { useText } from '../../../../../ui/text/use-text.ts'
import { type MatterKind, openMatter } from '../../../contract.ts'
import { holds } from '../../../domain/matters/matter-type.ts'
import { AnswerFields } from '../answers/AnswerFields.tsx'
import { answersOf, type Draft } from '../answers/answer-draft.ts'
import { writtenDraft } from '../answers/written-draft.ts'
import { matterMessages } from '../messages.ts'
import { matterWordMessages } from '../messages-words.ts'
import { refusalSentence } from '../refusal-sentence.ts'
import { useWordsOf } from '../words-of.ts'
import { knownFields } from './known-fields.ts'
import type { ServedFile } from './served-file.ts'

const CHANNELS = ['window', 'phone', 'home', 'agent'] as const

/** Begins a matter for somebody: the questions of its kind, and every paper that is needed, said once. */
export function BeginDrawer({ kind, file, onClose }: { kind: MatterKind; file: ServedFile; onClose: () => void }) {
  const text = useText(matterMessages)
  const wordsOf = useWordsOf()
  const amended = useAmended()
  const written = amended?.body['typeCode'] === kind.code ? amended : undefined
  const [draft, setDraft] = useState<Draft>(() => writtenDraft(kind.fields, written?.body['answers']))
  const [channel, setChannel] = useState<(typeof CHANNELS)[number]>('window')
  const label = `${file.nameMasked} ${wordsOf(kind.name)}`
  const form = useAction(openMatter, {
    offline: () => ({ subjects: [file.id], label, replaces: written?.replaces }),
    onDone: ({ id }) => written && void markReplaced(written.replaces, id),
  })
  const { refusal, value } = form
  const isOver = value !== undefined || form.kept === true
  const save = () =>
    void (isOver
      ? onClose()
      : form.send({ typeCode: kind.code, unitCode: file.unitCode, personId: file.id, channel, answers: answersOf(kind.fields, draft) }))
  return (
    <ActionDrawer
      title={label}
      saveLabel={isOver ? text('matters.hall.close') : text('matters.hall.save')}
      action={form}
      refused={refusal && <Refused refusal={refusal} />}
      isTouched={!isOver && Object.keys(draft).length > 0}
      onSave={save}
      onClose={onClose}
    >
      {form.kept ? (
        <KeptNote />
      ) : value ? (
        <Begun matterId={value.id} />
      ) : (
        <>
          <AnswerFields
            fields={knownFields(kind.fields, file)}
            draft={draft}
            onChange={setDraft}
            issues={refusal?.code === 'answers-wrong' ? refusal.issues : []}
          />
          <FieldGroup label={text('matters.hall.channel')}>
            <Choice
              label={text('matters.hall.channel')}
              options={CHANNELS.map((way) => ({ value: way, label: text(`matters.hall.channel.${way}`) }))}
              value={channel}
              onChange={setChannel}
            />
          </FieldGroup>
        </>
      )}
      <PapersNeeded papers={kind.documents.filter(({ when }) => holds(when, draft))} />
    </ActionDrawer>
  )
}

/** It has begun: its number, and the way to it. */
function Begun({ matterId }: { matterId: string }) {
  const text = useText(matterMessages)
  return (
    <p className="matter-note" role="status">
      <Icon name="done" size={16} /> {text('matters.hall.done', { number: matterId.slice(-6) })}{' '}
      <Link to={`/desk/matters/${matterId}`}>{text('matters.hall.look')}</Link>
    </p>
  )
}

/** Every paper that is needed, said once. */
function PapersNeeded({ papers }: { papers: MatterKind['documents'] }) {
  const text = useText(matterMessages)
  const wordsOf = useWordsOf()
  if (papers.length === 0) return null
  return (
    <FieldGroup label={text('matters.hall.papers')}>
      <ul className="hall-papers">
        {papers.map(({ code, name, hint, required }) => (
          <li key={code}>
            {wordsOf(name)} {!required && <span className="faint">{text('matters.matter.optional')}</span>}
            {hint && <span className="field-hint">{wordsOf(hint)}</span>}
          </li>
        ))}
      </ul>
    </FieldGroup>
  )
}

function Refused({ refusal }: { refusal: Parameters<typeof refusalSentence>[0] }) {
  const [text, words] = [useText(matterMessages), useText(matterWordMessages)]
  return (
    <Alarm
      title={
        <>
          {refusalSentence(refusal, { text, words, papers: (codes) => codes.join('、') })}{' '}
          {refusal.code === 'already-open' && <Link to={`/desk/matters/${refusal.matterId}`}>{text('matters.hall.look')}</Link>}
        </>
      }
    />
  )
}
