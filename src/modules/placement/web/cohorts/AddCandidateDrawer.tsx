import { Input } from 'antd'
import { useState } from 'react'
import { PlainDate } from '../../../../kernel/plain-date.ts'
import { useAction } from '../../../../ui/api/use-action.ts'
import { useView } from '../../../../ui/api/use-view.ts'
import { FormField } from '../../../../ui/fields/FormField.tsx'
import { LineField } from '../../../../ui/fields/LineField.tsx'
import { ActionDrawer } from '../../../../ui/layout/ActionDrawer.tsx'
import { useText } from '../../../../ui/text/use-text.ts'
import { findPerson, type PersonRow } from '../../../registry/contract.ts'
import { addCandidate } from '../../contract.ts'
import { valuesOf } from '../refusal-values.ts'
import { cohortMessages } from './messages-cohorts.ts'

/** Enters somebody who has a file in the county. */
export function AddCandidateDrawer({ cohortId, onClose }: { cohortId: string; onClose: () => void }) {
  const text = useText(cohortMessages)
  const [chosen, setChosen] = useState<PersonRow>()
  const [leavingOn, setLeavingOn] = useState('')
  const [isTried, setTried] = useState(false)
  const form = useAction(addCandidate, { onDone: onClose })
  const left = PlainDate.safeParse(leavingOn)
  const save = () => {
    setTried(true)
    if (chosen && left.success) void form.send({ cohortId, personId: chosen.id, leavingOn: left.data })
  }
  const { refusal } = form
  return (
    <ActionDrawer
      title={text('cohorts.add')}
      saveLabel={text('cohorts.addSave')}
      action={form}
      refused={refusal && text(`cohorts.refusal.${refusal.code}`, valuesOf(refusal))}
      onSave={save}
      onClose={onClose}
    >
      <PersonPick chosen={chosen} onPick={setChosen} error={isTried && !chosen ? text('cohorts.pick') : undefined} />
      <LineField
        label={text('cohorts.leavingOn')}
        type="date"
        error={isTried && !left.success ? text('cohorts.leavingOn') : undefined}
        value={leavingOn}
        onChange={setLeavingOn}
      />
    </ActionDrawer>
  )
}

interface PersonPickProps {
  chosen: PersonRow | undefined
  onPick: (person: PersonRow) => void
  error: string | undefined
}

function PersonPick({ chosen, onPick, error }: PersonPickProps) {
  const text = useText(cohortMessages)
  const [query, setQuery] = useState('')
  const found = useView(findPerson, { query: query.trim() || '-', limit: 8 }, { enabled: query.trim().length >= 2, keepPrevious: true })
  const rows = query.trim().length >= 2 ? (found.data?.rows ?? []) : []
  return (
    <>
      <FormField label={text('cohorts.find')} error={error} hint={chosen && text('cohorts.chosen', { name: chosen.nameMasked })}>
        {(field) => <Input {...field} size="middle" maxLength={60} value={query} onChange={(event) => setQuery(event.target.value)} />}
      </FormField>
      {rows.length > 0 && (
        <div className="chips">
          {rows.map((person) => (
            <button key={person.id} type="button" className="chip" aria-pressed={chosen?.id === person.id} onClick={() => onPick(person)}>
              {person.nameMasked} {person.citizenIdMasked}
            </button>
          ))}
        </div>
      )}
      {query.trim().length >= 2 && found.data && rows.length === 0 && <p className="faint">{text('cohorts.nobody')}</p>}
    </>
  )
}
