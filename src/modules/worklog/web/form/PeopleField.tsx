import { Input } from 'antd'
import type { KeyboardEvent } from 'react'
import type { PersonId } from '../../../../kernel/id.ts'
import { useView } from '../../../../ui/api/use-view.ts'
import { FormField } from '../../../../ui/fields/FormField.tsx'
import { Icon } from '../../../../ui/parts/Icon.tsx'
import { useSettled } from '../../../../ui/state/use-settled.ts'
import { useText } from '../../../../ui/text/use-text.ts'
import { findPerson } from '../../../registry/contract.ts'
import { workMessages } from '../messages.ts'

interface Named {
  readonly id: PersonId
  readonly nameMasked: string
}

interface PeopleFieldProps {
  people: readonly Named[]
  /** The name that is being looked for. */
  sought: string
  optional: boolean
  error?: string | undefined
  onSeek: (sought: string) => void
  onChange: (people: readonly Named[]) => void
}

/** Persons of the own range, found by typing; Enter takes the first. */
export function PeopleField({ people, sought, optional, error, onSeek, onChange }: PeopleFieldProps) {
  const text = useText(workMessages)
  const asked = useSettled(sought.trim(), 150)
  const answer = useView(findPerson, { query: asked || '-', limit: 6 }, { enabled: asked !== '', keepPrevious: true })
  const found = asked === '' ? [] : (answer.data?.rows ?? []).filter(({ id }) => !people.some((one) => one.id === id))
  const pick = ({ id, nameMasked }: Named) => {
    onChange([...people, { id, nameMasked }])
    onSeek('')
  }
  const press = (event: KeyboardEvent) => {
    const [first] = found
    if (event.key !== 'Enter' || event.ctrlKey || event.metaKey || event.nativeEvent.isComposing || sought.trim() === '') return
    event.preventDefault()
    event.stopPropagation()
    if (first && asked === sought.trim()) pick(first)
  }
  return (
    <>
      <FormField label={text('work.people')} optional={optional} hint={text('work.peopleHint')} error={error}>
        {(field) => (
          <Input
            {...field}
            size="middle"
            maxLength={60}
            autoComplete="off"
            value={sought}
            onKeyDown={press}
            onChange={(event) => onSeek(event.target.value)}
          />
        )}
      </FormField>
      {asked !== '' && asked === sought.trim() && answer.data && found.length === 0 && (
        <p role="status" className="field-hint">
          {text('work.nobodyFound', { sought: asked })}
        </p>
      )}
      <ul className="work-people">
        {people.map((one) => (
          <li key={one.id}>
            <span>{one.nameMasked}</span>
            <button
              type="button"
              className="icon-button"
              aria-label={text('work.remove', { name: one.nameMasked })}
              onClick={() => onChange(people.filter(({ id }) => id !== one.id))}
            >
              <Icon name="close" />
            </button>
          </li>
        ))}
        {found.map((one) => (
          <li key={one.id}>
            <button type="button" className="work-pick" onClick={() => pick(one)}>
              <Icon name="plus" /> {one.nameMasked} <small>{one.age}</small>
            </button>
          </li>
        ))}
      </ul>
    </>
  )
}
