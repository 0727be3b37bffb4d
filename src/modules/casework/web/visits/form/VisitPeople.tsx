import { Button } from 'antd'
import { useState } from 'react'
import { FormField } from '../../../../../ui/fields/FormField.tsx'
import { Icon } from '../../../../../ui/parts/Icon.tsx'
import { day } from '../../../../../ui/text/format.ts'
import { useText } from '../../../../../ui/text/use-text.ts'
import { peopleMessages } from '../../people/messages-people.ts'
import { PersonLine } from '../../people/PersonLine.tsx'
import { PersonSearch } from '../../people/PersonSearch.tsx'
import type { SeenPerson } from '../../people/seen-person.ts'
import { formMessages } from './messages-form.ts'

interface VisitPeopleProps {
  people: readonly SeenPerson[]
  onChange: (people: SeenPerson[]) => void
  thisYear: number
  /** Said beside the search while nobody has been picked. */
  missing?: string | undefined
}

/** Who was seen: the first by search, others of the same station beside them. */
export function VisitPeople({ people, onChange, thisYear, missing }: VisitPeopleProps) {
  const text = useText(formMessages)
  const words = useText(peopleMessages)
  const [isAdding, setAdding] = useState(false)
  const [stranger, setStranger] = useState<string>()
  const [first] = people
  const add = (person: SeenPerson) => {
    const isElsewhere = first !== undefined && first.unitCode !== person.unitCode
    setStranger(isElsewhere ? person.nameMasked : undefined)
    if (isElsewhere) return
    setAdding(false)
    if (!people.some(({ id }) => id === person.id)) onChange([...people, person])
  }
  const error = stranger === undefined ? (first ? undefined : missing) : text('casework.record.otherStation', { name: stranger })
  return (
    <>
      {people.length > 0 && (
        <ul className="visit-people" aria-label={words('casework.record.who')}>
          {people.map((person) => (
            <li key={person.id}>
              <span className="grow">
                <PersonLine person={{ ...person, addressMasked: null }} />
                <span className="rule">
                  {person.addressMasked ?? words('casework.noAddress')}
                  {person.lastContactOn && ` · ${words('casework.last', { day: day(person.lastContactOn, thisYear) })}`}
                </span>
              </span>
              <button
                type="button"
                className="icon-button"
                aria-label={text('casework.record.remove', { name: person.nameMasked })}
                onClick={(event) => {
                  // The button goes with its person: the keys of the form stay with the form.
                  event.currentTarget.closest('form')?.focus({ preventScroll: true })
                  onChange(people.filter(({ id }) => id !== person.id))
                }}
              >
                <Icon name="close" />
              </button>
            </li>
          ))}
        </ul>
      )}
      {first === undefined || isAdding ? (
        <FormField label={first ? text('casework.record.addPerson') : words('casework.record.who')} error={error}>
          {(field) => <PersonSearch field={field} onPick={add} place={first?.unitCode.slice(0, 12)} />}
        </FormField>
      ) : (
        people.length < 20 && (
          <Button type="text" className="link-button add-person" icon={<Icon name="plus" />} onClick={() => setAdding(true)}>
            {text('casework.record.addPerson')}
          </Button>
        )
      )}
    </>
  )
}
