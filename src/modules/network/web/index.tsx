import { lazy } from 'react'
import type { PageEntry } from '../../../ui/page-entry.ts'

export { OnlyAt } from './hand-over/OnlyAt.tsx'
export { OrphansAlarm } from './hand-over/OrphansAlarm.tsx'

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
