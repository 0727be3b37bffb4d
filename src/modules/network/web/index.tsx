import { lazy, Suspense } from 'react'
import type { PageEntry } from '../../../ui/page-entry.ts'

// This file is loaded with every face, a telephone's too: what other rooms show of this one comes when it is shown.
const LazyOnlyAt = lazy(() => import('./hand-over/OnlyAt.tsx').then((module) => ({ default: module.OnlyAt })))
const LazyOrphansAlarm = lazy(() => import('./hand-over/OrphansAlarm.tsx').then((module) => ({ default: module.OrphansAlarm })))

/** Says that a list shows one place only, where the address names one. */
export const OnlyAt = () => (
  <Suspense>
    <LazyOnlyAt />
  </Suspense>
)

/** Files that hang at a station that has ended. */
export const OrphansAlarm = ({ place }: { place: string }) => (
  <Suspense>
    <LazyOrphansAlarm place={place} />
  </Suspense>
)

export const pages: PageEntry[] = [
  { path: '/desk/network/units', element: lazy(() => import('./UnitsPage.tsx').then((module) => ({ default: module.UnitsPage }))) },
  { path: '/desk/network/units/:unitCode', element: lazy(() => import('./UnitPage.tsx').then((module) => ({ default: module.UnitPage }))) },
  {
    path: '/desk/network/accreditation',
    element: lazy(() => import('./accreditation/AccreditationsPage.tsx').then((module) => ({ default: module.AccreditationsPage }))),
  },
  {
    path: '/desk/network/accreditation/:unitCode/:id',
    element: lazy(() => import('./accreditation/AccreditationPage.tsx').then((module) => ({ default: module.AccreditationPage }))),
  },
  {
    path: '/open/units',
    element: lazy(() => import('./open/OpenUnitsPage.tsx').then((module) => ({ default: module.OpenUnitsPage }))),
    rail: { label: { 'zh-CN': '服务机构名录', en: 'Service units' }, icon: 'pin', order: 40 },
  },
  {
    path: '/open/units/:place',
    element: lazy(() => import('./open/OpenUnitsPage.tsx').then((module) => ({ default: module.OpenUnitsPage }))),
  },
  { path: '/desk/network/gaps', element: lazy(() => import('./GapsPage.tsx').then((module) => ({ default: module.GapsPage }))) },
]
