import { lazy } from 'react'
import type { PageEntry } from '../../../ui/page-entry.ts'
import type { TodayPart } from '../../../ui/today-part.ts'

export const pages: PageEntry[] = [
  {
    path: '/desk/memorials',
    element: lazy(() => import('./MemorialsPage.tsx').then((module) => ({ default: module.MemorialsPage }))),
  },
  {
    path: '/desk/memorials/:facilityId',
    element: lazy(() => import('./FacilityPage.tsx').then((module) => ({ default: module.FacilityPage }))),
  },
]

/** What waits of the memorials, on the page of today. */
export const todayParts: TodayPart[] = [
  {
    key: 'memorial',
    order: 30,
    grant: 'work.write',
    element: lazy(() => import('./PatrolsDue.tsx').then((module) => ({ default: module.PatrolsDue }))),
  },
]
