import type { z } from 'zod'
import { listJournal } from '../../../platform/journal/contract.ts'

type Filter = Omit<z.input<typeof listJournal.input>, 'place' | 'cursor' | 'limit'>

const FIELDS = { from: 'from', to: 'to', action: 'actionName', account: 'accountId', subject: 'subjectId' } as const

/** What the address asks of the journal; anything that the contract would not take is as if it were not there. */
export function journalFilter(params: URLSearchParams): Filter {
  const { shape } = listJournal.input
  const asked = Object.entries(FIELDS).flatMap(([name, field]) => {
    const read = shape[field].safeParse(params.get(name) ?? undefined)
    return read.success && read.data !== undefined ? [[field, read.data]] : []
  })
  return Object.fromEntries(asked) as Filter
}
