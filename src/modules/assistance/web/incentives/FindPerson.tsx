import { useState } from 'react'
import { useView } from '../../../../ui/api/use-view.ts'
import { ChoiceField } from '../../../../ui/fields/ChoiceField.tsx'
import { LineField } from '../../../../ui/fields/LineField.tsx'
import { ErrorState } from '../../../../ui/parts/ErrorState.tsx'
import { useText } from '../../../../ui/text/use-text.ts'
import { findPerson } from '../../../registry/contract.ts'
import { incentiveMessages } from './messages-incentives.ts'

/** Looks for a person by part of the name or a number, and takes one of those found. */
export function FindPerson({ chosen, onChoose }: { chosen: string; onChoose: (personId: string) => void }) {
  const text = useText(incentiveMessages)
  const [query, setQuery] = useState('')
  const typed = query.trim()
  // Whoever was chosen is not in the list of the next search: nobody is claimed for who cannot be seen.
  const look = (next: string) => {
    setQuery(next)
    onChoose('')
  }
  return (
    <>
      <LineField label={text('incentive.personId')} value={query} onChange={look} />
      {typed !== '' && <Found query={typed} chosen={chosen} onChoose={onChoose} />}
    </>
  )
}

function Found({ query, chosen, onChoose }: { query: string; chosen: string; onChoose: (personId: string) => void }) {
  const text = useText(incentiveMessages)
  const found = useView(findPerson, { query, limit: 20 })
  const people = found.data?.rows ?? []
  const options = people.map(({ id, nameMasked, citizenIdMasked }) => [id as string, `${nameMasked} ${citizenIdMasked}`] as const)
  if (found.error) return <ErrorState isReading problem={found.error.problem} onRetry={() => void found.refetch()} slim />
  if (found.data && options.length === 0) return <p role="status">{text('incentive.personNone')}</p>
  return <ChoiceField label={text('incentive.person')} value={chosen} onChange={onChoose} options={[['', '—'] as const, ...options]} />
}
