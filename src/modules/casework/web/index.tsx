import { lazy } from 'react'
import type { PageEntry } from '../../../ui/page-entry.ts'
import type { PersonPart } from '../../../ui/person-part.ts'

export const pages: PageEntry[] = [
  {
    path: '/desk/today',
    element: lazy(() => import('./TodayPage.tsx').then((module) => ({ default: module.TodayPage }))),
    rail: { label: { 'zh-CN': '今日', en: 'Today' }, icon: 'today', order: 10, grant: 'visit.read' },
  },
  { path: '/desk/visits', element: lazy(() => import('./VisitsPage.tsx').then((module) => ({ default: module.VisitsPage }))) },
  { path: '/desk/visits/due', element: lazy(() => import('./DuePage.tsx').then((module) => ({ default: module.DuePage }))) },
]

/** `N` anywhere on the desk records a visit; so does an address with `?record=<person id>`. */
export const deskTool = lazy(() => import('./VisitTool.tsx').then((module) => ({ default: module.VisitTool })))

/** What casework adds to the file of a person. */
export const personParts: PersonPart[] = [
  {
    key: 'visits',
    label: { 'zh-CN': '走访', en: 'Visits' },
    order: 10,
    grant: 'visit.read',
    element: lazy(() => import('./VisitsOfPerson.tsx').then((module) => ({ default: module.VisitsOfPerson }))),
    events: async (personId) => await (await import('./visit-events.ts')).visitEvents(personId),
    live: ['visit.done'],
  },
]
