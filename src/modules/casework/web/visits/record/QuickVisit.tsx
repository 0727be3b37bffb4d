import { Button } from 'antd'
import { type RefObject, useEffect, useRef, useState } from 'react'
import { QuickEntry } from '../../../../../ui/layout/QuickEntry.tsx'
import { todayInChina } from '../../../../../ui/outbox/right-now.ts'
import { ErrorState } from '../../../../../ui/parts/ErrorState.tsx'
import { useText } from '../../../../../ui/text/use-text.ts'
import type { SeenPerson } from '../../people/seen-person.ts'
import { formMessages } from '../form/messages-form.ts'
import { refusalSentence } from '../form/refusal-sentence.ts'
import { useVisitKeys } from '../form/use-visit-keys.ts'
import { VisitFieldset } from '../form/VisitFieldset.tsx'
import { VisitPeople } from '../form/VisitPeople.tsx'
import type { VisitDraft } from '../form/visit-draft.ts'
import { messageOf } from '../form/visit-message.ts'
import { Refused } from '../Refused.tsx'
import { recordMessages } from './messages-record.ts'
import { useVisitDraft } from './use-visit-draft.ts'
import { useVisitSave } from './use-visit-save.ts'

export interface SavedVisit {
  visitId: string
  names: string
  nextDueOn: string | null
  /** On this device, and not yet on the server. */
  isKept: boolean
}

interface QuickVisitProps {
  person?: SeenPerson | undefined
  draft?: VisitDraft | undefined
  onClose: () => void
  onSaved: (saved: SavedVisit) => void
}

/**
 * Records a visit in under twenty seconds by keyboard: a name and Enter, arrows for the way, digits for the six
 * deliveries, Ctrl+Enter.
 */
export function QuickVisit({ person, draft: written, onClose, onSaved }: QuickVisitProps) {
  const text = useText(recordMessages)
  const form = useText(formMessages)
  const today = todayInChina()
  const typed = useVisitDraft({ today, person, draft: written })
  const { draft, set } = typed
  const [isChecked, setChecked] = useState(false)
  const [refusedDay, setRefusedDay] = useState<string>()
  const saving = useVisitSave({
    onKey: (key) => key !== draft.key && set({ key }),
    onDone: ({ id, nextDueOn }) => {
      typed.forget()
      onSaved({ visitId: id, names: namesIn(draft), nextDueOn, isKept: false })
    },
    onKept: (id) => {
      typed.forget()
      onSaved({ visitId: id, names: namesIn(draft), nextDueOn: null, isKept: true })
    },
  })
  const message = messageOf(draft)
  const { fields, press } = useVisitKeys(draft, set)
  useFocusAfterPick(fields, draft.people.length)
  const save = () => {
    setChecked(true)
    setRefusedDay(draft.doneOn)
    if (message) void saving.save(message, draft)
  }
  const leave = () => {
    typed.forget()
    onClose()
  }
  const refused = saving.refusal && refusalSentence(saving.refusal, form)
  const isAboutDay = saving.refusal?.code === 'in-the-future' || saving.refusal?.code === 'before-birth'
  return (
    <QuickEntry
      open
      onClose={leave}
      onSave={save}
      saving={saving.sending}
      title={text('casework.record.title')}
      saveLabel={text('casework.record.save')}
      promise={text('casework.record.promise')}
      isTouched={typed.isTouched}
      onKeyDown={press}
    >
      {typed.isResumed && (
        <p className="resumed">
          {text('casework.record.resumed')}{' '}
          <Button type="text" className="link-button" onClick={typed.begin}>
            {text('casework.record.fresh')}
          </Button>
        </p>
      )}
      {saving.notKept && <Refused sentence={text('casework.record.notKept')} />}
      {saving.problem && <ErrorState problem={saving.problem} onRetry={save} slim />}
      {refused !== undefined && !isAboutDay && <Refused sentence={refused} />}
      <VisitPeople
        people={draft.people}
        thisYear={Number(today.slice(0, 4))}
        missing={isChecked ? form('casework.record.nobody') : undefined}
        onChange={(people) => set({ people: people.map(copied) })}
      />
      <div ref={fields}>
        <VisitFieldset draft={draft} set={set} today={today} dayError={isAboutDay && refusedDay === draft.doneOn ? refused : undefined} />
      </div>
    </QuickEntry>
  )
}

const namesIn = ({ people }: VisitDraft): string => people.map(({ nameMasked }) => nameMasked).join('、')

const copied = (person: SeenPerson) => ({ ...person, classes: [...person.classes] })

/** Once somebody has been picked, the next thing to answer is the way: the keys go there. */
function useFocusAfterPick(fields: RefObject<HTMLDivElement | null>, people: number): void {
  const before = useRef(people)
  useEffect(() => {
    if (people > before.current) fields.current?.querySelector<HTMLElement>('input[type="radio"]:checked')?.focus()
    before.current = people
  }, [fields, people])
}
