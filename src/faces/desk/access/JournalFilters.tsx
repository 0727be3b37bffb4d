import { Button } from 'antd'
import type { RegionHit } from '../../../ui/fields/use-region-search.ts'
import { Icon } from '../../../ui/parts/Icon.tsx'
import { useText } from '../../../ui/text/use-text.ts'
import { ACTION_NAMES, accessMessages, actionInWords } from './messages.ts'
import { PlaceFilter } from './PlaceFilter.tsx'

interface JournalFiltersProps {
  params: URLSearchParams
  ask: (change: Record<string, string | undefined>) => void
  place: RegionHit | undefined
}

/** Place, days and action; an account or a subject is picked in the list itself and shown here, to be cleared. */
export function JournalFilters({ params, ask, place }: JournalFiltersProps) {
  const text = useText(accessMessages)
  return (
    <>
      <PlaceFilter place={place} onPick={(code) => ask({ place: code })} />
      <span className="row access-pair">
        {(['from', 'to'] as const).map((name) => (
          <input
            key={name}
            type="date"
            className="access-select"
            aria-label={text(`access.journal.${name}`)}
            title={text(`access.journal.${name}`)}
            value={params.get(name) ?? ''}
            onChange={({ target }) => ask({ [name]: target.value })}
          />
        ))}
      </span>
      <select
        className="access-select"
        aria-label={text('access.journal.action')}
        value={params.get('action') ?? ''}
        onChange={({ target }) => ask({ action: target.value })}
      >
        <option value="">{text('access.journal.anyAction')}</option>
        {ACTION_NAMES.map((name) => (
          <option key={name} value={name}>
            {actionInWords(text, name)}
          </option>
        ))}
      </select>
      {params.get('account') !== null && (
        <Button onClick={() => ask({ account: undefined })}>
          {text('access.journal.onlyAccount')} <Icon name="close" size={12} />
        </Button>
      )}
      {params.get('subject') !== null && (
        <Button onClick={() => ask({ subject: undefined })}>
          {text('access.journal.onlySubject')} <Icon name="close" size={12} />
        </Button>
      )}
    </>
  )
}
