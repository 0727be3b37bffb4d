import { type KeyboardEvent, useEffect, useId, useState } from 'react'
import type { FieldProps } from '../../../../ui/fields/FormField.tsx'
import { useText } from '../../../../ui/text/use-text.ts'
import type { PersonRow } from '../../../registry/contract.ts'
import { peopleMessages } from './messages-people.ts'
import { PersonLine } from './PersonLine.tsx'
import { useFoundPeople } from './use-found-people.ts'

interface PersonSearchProps {
  field: FieldProps
  /** Only the clients of this station. */
  place?: string | undefined
  onPick: (person: PersonRow) => void
}

/** A combobox for people: type, arrows mark, Enter picks. Enter before the answer picks the one who is found. */
export function PersonSearch({ field, place, onPick }: PersonSearchProps) {
  const text = useText(peopleMessages)
  const list = useId()
  const [query, setQuery] = useState('')
  const [marked, setMarked] = useState(0)
  const [isHurried, setHurried] = useState(false)
  const { found, isFresh, note } = useFoundPeople(query, place)
  const at = Math.min(marked, Math.max(0, found.length - 1))
  const only = isHurried && isFresh && found.length === 1 ? found[0] : undefined

  const type = (next: string) => {
    setQuery(next)
    setMarked(0)
    setHurried(false)
  }
  const pick = (person: PersonRow) => {
    type('')
    onPick(person)
  }
  useEffect(() => {
    if (only) pick(only)
  })
  const press = (event: KeyboardEvent) => {
    const way = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    const row = found[at]
    if (event.nativeEvent.isComposing || event.ctrlKey || event.metaKey) return
    if (event.key === 'Escape' && query !== '') type('')
    else if (way !== undefined && found.length > 0) setMarked((at + way + found.length) % found.length)
    else if (event.key === 'Enter') isFresh && row ? pick(row) : setHurried(true)
    else return
    event.preventDefault()
    event.stopPropagation()
  }
  const isOpen = found.length > 0
  return (
    <div className="person-search">
      <input
        {...field}
        type="text"
        role="combobox"
        aria-expanded={isOpen}
        aria-controls={isOpen ? list : undefined}
        aria-activedescendant={isOpen ? `${list}-${at}` : undefined}
        aria-autocomplete="list"
        placeholder={text('casework.record.find')}
        autoComplete="off"
        spellCheck={false}
        maxLength={60}
        value={query}
        onKeyDown={press}
        onChange={(event) => type(event.target.value)}
      />
      {isOpen && <Options list={list} found={found} at={at} onMark={setMarked} onPick={pick} />}
      <div role="status" className="field-hint">
        {note}
      </div>
    </div>
  )
}

interface OptionsProps {
  list: string
  found: readonly PersonRow[]
  at: number
  onMark: (at: number) => void
  onPick: (person: PersonRow) => void
}

function Options({ list, found, at, onMark, onPick }: OptionsProps) {
  const text = useText(peopleMessages)
  return (
    <div id={list} role="listbox" aria-label={text('casework.record.who')} className="person-found">
      {found.map((person, index) => (
        // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are the input's
        <div
          key={person.id}
          id={`${list}-${index}`}
          role="option"
          tabIndex={-1}
          aria-selected={index === at}
          onMouseDown={(event) => event.preventDefault()}
          onMouseMove={() => onMark(index)}
          onClick={() => onPick(person)}
        >
          <PersonLine person={person} />
        </div>
      ))}
    </div>
  )
}
