import { useEffect, useState } from 'react'
import { Link, useNavigate, useSearchParams } from 'react-router'
import type { z } from 'zod'
import { problemOf } from '../../../../ui/api/problem.ts'
import { useAccount } from '../../../../ui/api/use-session.ts'
import { useView } from '../../../../ui/api/use-view.ts'
import { SearchBox } from '../../../../ui/layout/SearchBox.tsx'
import { KeyHint } from '../../../../ui/parts/KeyHint.tsx'
import { Tag } from '../../../../ui/parts/Tag.tsx'
import { readingSentence } from '../../../../ui/text/problem-sentence.ts'
import { useText } from '../../../../ui/text/use-text.ts'
import { findPerson } from '../../contract.ts'
import { codeWord } from '../code-word.ts'
import { registryMessages } from '../messages.ts'
import { useClasses } from '../use-classes.ts'

type Found = z.output<typeof findPerson.output>['rows'][number]

/** Nothing is asked while the next key may come. */
const pause = 120
const none: Found[] = []

/** The one box of the desk: a person by name, pinyin, initials, phone tail or id tail, inside one's range. */
export function PersonSearch() {
  const go = useNavigate()
  const [, setSearch] = useSearchParams()
  const [typed, setTyped] = useState('')
  const search = useSearch(typed)
  const visit = ({ id }: Found) => {
    setTyped('')
    setSearch({ record: id })
  }
  return (
    <SearchBox
      query={typed}
      onQuery={setTyped}
      found={search.rows}
      keyOf={({ id }) => id}
      draw={(found) => <FoundPerson found={found} query={search.query} />}
      onPick={({ id }) => void go(`/desk/people/${id}`)}
      commands={{ n: visit }}
      foot={<SearchFoot {...search} />}
    />
  )
}

/** The answer to what was typed last; rows of an older question are shown only until then. */
export function useSearch(typed: string) {
  const [query, setQuery] = useState('')
  useEffect(() => {
    const timer = setTimeout(() => setQuery(typed.trim()), pause)
    return () => clearTimeout(timer)
  }, [typed])
  const view = useView(findPerson, { query, limit: 8 }, { enabled: query !== '', keepPrevious: true })
  const rows = typed.trim() === '' ? none : (view.data?.rows ?? none)
  const isWaiting = query !== typed.trim() || view.isFetching
  return { query, rows, hasMore: view.data?.next !== undefined, isWaiting, error: view.error }
}

type Search = ReturnType<typeof useSearch>

/** One line: masked, and why it was found. */
export function FoundPerson({ found, query }: { found: Found; query: string }) {
  const text = useText(registryMessages)
  const { nameOf } = useClasses()
  const first = found.classes[0]
  return (
    <>
      <b>{found.nameMasked}</b>
      <span className="soft">{text('registry.age', { count: found.age })}</span>
      {first !== undefined && <Tag>{nameOf(first)}</Tag>}
      {found.status !== 'active' && <Tag tone="amber">{codeWord(text, 'status', found.status)}</Tag>}
      <span className="grow cut">{found.addressMasked}</span>
      <span className="faint">
        {codeWord(text, 'match', found.match)} {query}
      </span>
    </>
  )
}

function SearchFoot({ query, rows, hasMore, isWaiting, error }: Search) {
  const text = useText(registryMessages)
  const account = useAccount()
  const place = account.path.at(-1)?.name ?? account.unitName
  if (error) return <span role="alert">{readingSentence(problemOf(error), text)}</span>
  if (rows.length === 0) {
    if (isWaiting) return <span role="status">{text('registry.search.wait')}</span>
    const mayCapture = account.grants.includes('person.write')
    return (
      <>
        <span className="grow" role="status">
          {/^\d{1,3}$/.test(query) ? text('registry.search.short') : text('registry.search.none', { query })}
        </span>
        {mayCapture && <Link to="/desk/people/new">{text('registry.search.capture')}</Link>}
      </>
    )
  }
  return (
    <>
      <span className="search-key">
        <KeyHint keys="Enter" /> {text('registry.search.open')}
      </span>
      {account.grants.includes('visit.write') && (
        <span className="search-key">
          <KeyHint keys="Alt N" /> {text('registry.search.visit')}
        </span>
      )}
      <span className="push" role="status">
        {text(hasMore ? 'registry.search.many' : 'registry.search.count', { place, count: rows.length })}
      </span>
    </>
  )
}
