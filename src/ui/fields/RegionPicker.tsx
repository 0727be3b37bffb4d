import { type KeyboardEvent, useId, useState } from 'react'
import { Icon } from '../parts/Icon.tsx'
import { readingSentence } from '../text/problem-sentence.ts'
import { useText } from '../text/use-text.ts'
import type { FieldProps } from './FormField.tsx'
import { RegionList } from './RegionList.tsx'
import { type FindRegions, type RegionHit, useRegionSearch } from './use-region-search.ts'

export interface RegionPickerProps extends Partial<FieldProps> {
  value: RegionHit | undefined
  onChange: (place: RegionHit | undefined) => void
  /** Keep it the same between renders (module level or useCallback). */
  find: FindRegions
  label: string
  disabled?: boolean
}

/** Picks a place of the 665,000 by typing: name, pinyin, initials or code. The path tells namesakes apart. */
export function RegionPicker({ value, onChange, find, label, disabled, ...field }: RegionPickerProps) {
  const text = useText()
  const list = useId()
  const [query, setQuery] = useState<string>()
  const [marked, setMarked] = useState(0)
  const search = useRegionSearch(find, query ?? '')
  const isOpen = query !== undefined && query.trim() !== '' && search.answered !== ''
  const row = search.hits[marked]

  const pick = (place: RegionHit) => {
    setQuery(undefined)
    onChange(place)
  }
  const press = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing || query === undefined) return
    const way = { ArrowDown: 1, ArrowUp: -1, PageDown: 6, PageUp: -6 }[event.key]
    if (event.key === 'Escape') setQuery(undefined)
    else if (event.key === 'Enter' && row && !event.ctrlKey) pick(row)
    else if (way !== undefined && isOpen) setMarked(Math.max(0, Math.min(search.hits.length - 1, marked + way)))
    else return
    event.preventDefault()
    event.stopPropagation()
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it only watches the focus leave
    <div className="region" onBlur={(event) => event.currentTarget.contains(event.relatedTarget) || setQuery(undefined)}>
      <Icon name="pin" />
      <input
        {...field}
        type="text"
        role="combobox"
        aria-label={field.id === undefined ? label : undefined}
        aria-expanded={isOpen}
        aria-controls={isOpen ? list : undefined}
        aria-activedescendant={isOpen && row ? `${list}-${marked}` : undefined}
        aria-autocomplete="list"
        autoComplete="off"
        spellCheck={false}
        disabled={disabled}
        placeholder={text('region.placeholder')}
        value={query ?? value?.name ?? ''}
        onChange={(event) => {
          setQuery(event.target.value)
          setMarked(0)
        }}
        onFocus={(event) => event.target.select()}
        onKeyDown={press}
      />
      {query === undefined && value && <span className="region-path cut">{value.path.join(' ')}</span>}
      {value && !disabled && (
        <button type="button" className="icon-button" aria-label={text('region.clear')} onClick={() => onChange(undefined)}>
          <Icon name="close" size={12} />
        </button>
      )}
      {isOpen && (
        <div className="drop">
          <RegionList id={list} label={label} hits={search.hits} marked={marked} onMark={setMarked} onPick={pick} />
          <div className="drop-foot" role="status">
            {search.problem
              ? text('region.failed', { why: readingSentence(search.problem, text) })
              : search.hits.length === 0
                ? text('region.none', { query: search.answered })
                : text('region.found', { count: search.hits.length })}
          </div>
        </div>
      )}
    </div>
  )
}
