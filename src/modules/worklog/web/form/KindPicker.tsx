import { Input } from 'antd'
import { type KeyboardEvent, useId, useState } from 'react'
import { FormField } from '../../../../ui/fields/FormField.tsx'
import { useText } from '../../../../ui/text/use-text.ts'
import type { KindOnDesk } from '../../contract.ts'
import { findKinds, useKindWords } from '../kind-words.ts'
import { workMessages } from '../messages.ts'

/** Picks a kind by typing characters or first letters; arrows mark, Enter takes what is marked. */
export function KindPicker({ kinds, onPick }: { kinds: readonly KindOnDesk[]; onPick: (kind: KindOnDesk) => void }) {
  const text = useText(workMessages)
  const { nameOf } = useKindWords()
  const list = useId()
  const [typed, setTyped] = useState('')
  const [marked, setMarked] = useState(0)
  const found = findKinds(kinds, typed)
  const at = Math.min(marked, Math.max(0, found.length - 1))
  const press = (event: KeyboardEvent) => {
    const way = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    const row = found[at]
    if (event.nativeEvent.isComposing || event.ctrlKey || event.metaKey) return
    if (way !== undefined && found.length > 0) setMarked((at + way + found.length) % found.length)
    else if (event.key === 'Enter' && row) onPick(row)
    else return
    event.preventDefault()
    event.stopPropagation()
  }
  return (
    <>
      <FormField label={text('work.pickKind')} hint={text('work.pickHint')}>
        {(field) => (
          <Input
            {...field}
            size="middle"
            role="combobox"
            aria-expanded
            aria-controls={list}
            aria-activedescendant={found.length > 0 ? `${list}-${at}` : undefined}
            autoComplete="off"
            maxLength={40}
            value={typed}
            onKeyDown={press}
            onChange={(event) => {
              setTyped(event.target.value)
              setMarked(0)
            }}
          />
        )}
      </FormField>
      <div id={list} role="listbox" aria-label={text('work.pickKind')} className="work-kinds" tabIndex={-1}>
        {found.map((kind, index) => (
          <div
            key={kind.code}
            id={`${list}-${index}`}
            role="option"
            tabIndex={-1}
            aria-selected={index === at}
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => onPick(kind)}
            onKeyDown={press}
          >
            <span className="grow">{nameOf(kind)}</span>
            <small>{kind.ownOf === null ? kind.initials : text('work.own')}</small>
          </div>
        ))}
      </div>
      <p role="status" className="field-hint">
        {found.length === 0 ? text('work.noKind', { typed }) : text('work.found', { count: found.length })}
      </p>
    </>
  )
}
