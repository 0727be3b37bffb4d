import { type KeyboardEvent, type ReactNode, useId, useRef, useState } from 'react'
import { Icon } from '../parts/Icon.tsx'
import { KeyHint } from '../parts/KeyHint.tsx'
import { useHotkey } from '../state/use-hotkey.ts'
import { useText } from '../text/use-text.ts'

export interface SearchBoxProps<T> {
  query: string
  onQuery: (query: string) => void
  /** Best first. */
  found: readonly T[]
  keyOf: (found: T) => string
  draw: (found: T) => ReactNode
  onPick: (found: T) => void
  /** More commands on the marked row, by bare key with Alt: `{ n: record a visit }`. */
  commands?: Readonly<Record<string, (found: T) => void>>
  /** Below the rows: keys, how many, an error, a hint while nothing is found. */
  foot?: ReactNode
}

/** The one search box of the desk, a combobox: `/` goes to it, arrows mark, Enter picks, Esc empties and leaves. */
export function SearchBox<T>({ query, onQuery, found, keyOf, draw, onPick, commands, foot }: SearchBoxProps<T>) {
  const text = useText()
  const list = useId()
  const input = useRef<HTMLInputElement>(null)
  const [open, setOpen] = useState(false)
  const [marked, setMarked] = useState(0)
  useHotkey('/', () => input.current?.focus())
  const at = Math.min(marked, Math.max(0, found.length - 1))
  const row = found[at]

  const leave = () => {
    onQuery('')
    setOpen(false)
    input.current?.blur()
  }
  const press = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return
    const command = event.altKey ? commands?.[event.key.toLowerCase()] : undefined
    const way = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (event.key === 'Escape') leave()
    else if (way !== undefined && found.length > 0) setMarked((at + way + found.length) % found.length)
    else if (event.key === 'Enter' && row !== undefined) pick(row)
    else if (command && row !== undefined) command(row)
    else return
    event.preventDefault()
  }
  const pick = (one: T) => {
    leave()
    onPick(one)
  }
  const isDown = open && query !== ''
  return (
    // biome-ignore lint/a11y/useSemanticElements: <search> is too new for the browsers of our stations
    <div className="search-box" role="search" onBlur={(event) => event.currentTarget.contains(event.relatedTarget) || setOpen(false)}>
      <Icon name="search" />
      <input
        ref={input}
        type="text"
        role="combobox"
        aria-label={text('bar.searchLabel')}
        aria-keyshortcuts="/"
        aria-expanded={isDown}
        aria-controls={isDown ? list : undefined}
        aria-activedescendant={isDown && row !== undefined ? `${list}-${at}` : undefined}
        aria-autocomplete="list"
        placeholder={text('bar.search')}
        autoComplete="off"
        spellCheck={false}
        value={query}
        onFocus={() => setOpen(true)}
        onKeyDown={press}
        onChange={(event) => {
          onQuery(event.target.value)
          setMarked(0)
          setOpen(true)
        }}
      />
      <KeyHint keys={query === '' ? '/' : 'Esc'} />
      {isDown && <Drop list={list} marked={at} onMark={setMarked} onPick={pick} found={found} keyOf={keyOf} draw={draw} foot={foot} />}
    </div>
  )
}

type DropProps<T> = Pick<SearchBoxProps<T>, 'found' | 'keyOf' | 'draw' | 'foot' | 'onPick'> & {
  list: string
  marked: number
  onMark: (at: number) => void
}

function Drop<T>({ list, marked, onMark, onPick, found, keyOf, draw, foot }: DropProps<T>) {
  const text = useText()
  return (
    <div className="drop">
      <div id={list} role="listbox" aria-label={text('bar.searchLabel')}>
        {found.map((one, index) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are the input's
          <div
            key={keyOf(one)}
            id={`${list}-${index}`}
            role="option"
            tabIndex={-1}
            aria-selected={index === marked}
            onMouseDown={(event) => event.preventDefault()}
            onMouseMove={() => onMark(index)}
            onClick={() => onPick(one)}
          >
            {draw(one)}
          </div>
        ))}
      </div>
      {foot !== undefined && <div className="drop-foot">{foot}</div>}
    </div>
  )
}
