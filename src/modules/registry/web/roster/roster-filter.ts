import type { z } from 'zod'
import { addDays, PlainDate } from '../../../../kernel/plain-date.ts'
import { ClassCode, Living, type listPersons, PersonFilter, Sex } from '../../contract.ts'

/** The filters of the roster, as they stand in the address: short names, so that a link to a list can be sent. */
export const FILTERS = ['place', 'class', 'sex', 'status', 'living', 'min', 'max', 'contact', 'since', 'below'] as const
export type FilterName = (typeof FILTERS)[number]

const STATUSES = PersonFilter.shape.status.unwrap().element
/** Whose files a roster shows where the address says nothing: those who are served, whom the figures count as clients. */
export const SERVED = 'active' satisfies z.infer<typeof STATUSES>
export const OTHER_STATUSES = [...STATUSES.exclude([SERVED]).options, 'all'] as const
export const CONTACT_DAYS = [30, 90, 365] as const
export const BELOW = [60, 80, 100] as const

type Input = Omit<z.input<typeof listPersons.input>, 'cursor' | 'limit' | 'sort' | 'descending'>

const ageIn = (text: string | null): number | undefined =>
  text !== null && /^\d{1,3}$/.test(text) && Number(text) <= 150 ? Number(text) : undefined

/** Reads an address; whatever is no filter is left aside. `home` is the reader's own place. */
export function readRosterFilter(params: URLSearchParams, { home, today }: { home: string; today: PlainDate }): Input {
  const place = params.get('place')
  const days = CONTACT_DAYS.find((one) => String(one) === params.get('contact'))
  const since = days === undefined ? PlainDate.safeParse(params.get('since')).data : addDays(today, -days)
  const below = BELOW.find((one) => String(one) === params.get('below'))
  const status = params.get('status') === 'all' ? STATUSES.options : [STATUSES.safeParse(params.get('status')).data ?? SERVED]
  const found = {
    classCode: ClassCode.safeParse(params.get('class')).data,
    sex: Sex.safeParse(params.get('sex')).data,
    living: Living.safeParse(params.get('living')).data,
    minAge: ageIn(params.get('min')),
    maxAge: ageIn(params.get('max')),
    completenessBelow: below,
    // `since` comes from a figure: those whom a share of a period does not count.
    noContactSince: since,
    status,
  }
  const filled = Object.fromEntries(Object.entries(found).filter(([, value]) => value !== undefined))
  return { place: place !== null && /^\d{12}$/.test(place) ? place : home, ...filled }
}

/** How many filters are set, the place aside. */
export const countFilters = (params: URLSearchParams): number => FILTERS.filter((name) => name !== 'place' && params.has(name)).length

/** The address with one filter set or taken away. */
export function withFilter(params: URLSearchParams, name: FilterName, value: string | null | undefined): URLSearchParams {
  const next = new URLSearchParams(params)
  if (value) next.set(name, value)
  else next.delete(name)
  return next
}
