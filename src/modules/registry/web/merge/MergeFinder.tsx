import { useState } from 'react'
import { problemOf } from '../../../../ui/api/problem.ts'
import { ErrorState } from '../../../../ui/parts/ErrorState.tsx'
import { useText } from '../../../../ui/text/use-text.ts'
import type { PersonFile } from '../../contract.ts'
import { TextField } from '../form/TextField.tsx'
import { registryMessages } from '../messages.ts'
import { FoundPerson, useSearch } from '../search/PersonSearch.tsx'

/** Finds the other file of the same citizen. */
export function MergeFinder({ kept, onPick }: { kept: PersonFile; onPick: (personId: string) => void }) {
  const text = useText(registryMessages)
  const [typed, setTyped] = useState('')
  const { rows, query, error, isWaiting } = useSearch(typed)
  const others = rows.filter(({ id }) => id !== kept.id)
  return (
    <section className="panel merge-finder" aria-label={text('registry.merge.find')}>
      <TextField label={text('registry.merge.find')} value={typed} maxLength={60} onChange={setTyped} />
      {error && <ErrorState problem={problemOf(error)} slim />}
      <ul>
        {others.map((found) => (
          <li key={found.id}>
            <button type="button" onClick={() => onPick(found.id)}>
              <FoundPerson found={found} query={query} />
            </button>
          </li>
        ))}
      </ul>
      {others.length === 0 && (
        <p className="faint" role="status">
          {query !== '' && !isWaiting ? text('registry.search.none', { query }) : text('registry.merge.needOther')}
        </p>
      )}
    </section>
  )
}
