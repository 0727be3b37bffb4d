import { Button } from 'antd'
import { useState } from 'react'
import type { UnitCode } from '../../../../kernel/region-code.ts'
import { useAction } from '../../../../ui/api/use-action.ts'
import { useAccount } from '../../../../ui/api/use-session.ts'
import { ActionDrawer } from '../../../../ui/layout/ActionDrawer.tsx'
import { QuickEntry } from '../../../../ui/layout/QuickEntry.tsx'
import { markReplaced } from '../../../../ui/outbox/amended.ts'
import { todayInChina } from '../../../../ui/outbox/right-now.ts'
import { useText } from '../../../../ui/text/use-text.ts'
import { type KindOnDesk, recordWork } from '../../contract.ts'
import { type EvidenceDraft, EvidenceField } from '../evidence/EvidenceField.tsx'
import type { WrittenWork } from '../field/amended-draft.ts'
import { useKindWords } from '../kind-words.ts'
import { workMessages } from '../messages.ts'
import { Refused } from '../Refused.tsx'
import { KindPicker } from './KindPicker.tsx'
import { useFaults } from './use-faults.ts'
import { WorkFieldset } from './WorkFieldset.tsx'
import { emptyDraft, type WorkDraft } from './work-draft.ts'

interface RecordDrawerProps {
  kinds: readonly KindOnDesk[]
  /** The kind of the list behind it, where one is chosen. */
  first: KindOnDesk | undefined
  /** A record of this device that is written anew. */
  written?: WrittenWork | undefined
  onClose: () => void
  /** Sent, or without a network kept on this device. */
  onSaved: (kind: KindOnDesk, is: 'saved' | 'kept') => void
}

/** Records one thing: the kind by typing, then its form; Ctrl+Enter saves. */
export function RecordDrawer({ kinds, first, written, onClose, onSaved }: RecordDrawerProps) {
  const text = useText(workMessages)
  const [kind, setKind] = useState(first)
  if (kind)
    return (
      <FormOfKind
        key={kind.code}
        kind={kind}
        written={written}
        onOther={() => setKind(undefined)}
        onClose={onClose}
        onSaved={(is) => onSaved(kind, is)}
      />
    )
  return (
    <QuickEntry key="pick" open title={text('work.new')} onClose={onClose} onSave={onClose} blocked={text('work.pickKind')}>
      <KindPicker kinds={kinds} onPick={setKind} />
    </QuickEntry>
  )
}

interface FormProps {
  kind: KindOnDesk
  written: WrittenWork | undefined
  onOther: () => void
  onClose: () => void
  onSaved: (is: 'saved' | 'kept') => void
}

function FormOfKind({ kind, written, onOther, onClose, onSaved }: FormProps) {
  const text = useText(workMessages)
  const { nameOf } = useKindWords()
  const own = useAccount().unitCode as UnitCode
  const [draft, setDraft] = useState<WorkDraft>(() => (written?.kind === kind ? written.draft : emptyDraft(own, todayInChina())))
  const [evidence, setEvidence] = useState<readonly EvidenceDraft[]>(written?.evidence ?? [])
  const [isTouched, setTouched] = useState(false)
  const action = useAction(recordWork, {
    onDone: ({ id }) => {
      if (written) void markReplaced(written.replaces, id)
      onSaved('saved')
    },
    offline: ({ personIds }) => ({
      subjects: personIds ?? [],
      label: nameOf(kind),
      photos: evidence.flatMap(({ id, hash }) => (hash === undefined ? [] : [{ id, hash }])),
      replaces: written?.replaces,
    }),
    onKept: () => onSaved('kept'),
  })
  const { faults, messageToSend } = useFaults(action.refusal, { kind, draft })
  const save = () => {
    const message = messageToSend()
    if (message) void action.send({ ...message, evidence: evidence.map(({ id }) => id) })
  }
  return (
    <ActionDrawer
      title={nameOf(kind)}
      saveLabel={text('work.save')}
      action={action}
      refused={<Refused refusal={action.refusal} />}
      isTouched={isTouched}
      promise={text('work.promise')}
      onSave={save}
      onClose={onClose}
    >
      {kind.grewInto && <p className="faint">{text('work.kinds.grewIntoWhy', { name: nameOf(kind.grewInto) })}</p>}
      <WorkFieldset
        kind={kind}
        draft={draft}
        faults={faults}
        set={(change) => {
          setTouched(true)
          setDraft((before) => ({ ...before, ...change }))
        }}
      />
      <EvidenceField
        drafts={evidence}
        onChange={(drafts) => {
          setTouched(true)
          setEvidence(drafts)
        }}
      />
      <Button type="text" className="link-button" onClick={onOther}>
        {text('work.changeKind')}
      </Button>
    </ActionDrawer>
  )
}
