import { lazy } from 'react'
import type { PageEntry } from '../../../ui/page-entry.ts'

export const pages: PageEntry[] = [
  { path: '/desk/network/units', element: lazy(() => import('./UnitsPage.tsx').then((module) => ({ default: module.UnitsPage }))) },
  { path: '/desk/network/units/:unitCode', element: lazy(() => import('./UnitPage.tsx').then((module) => ({ default: module.UnitPage }))) },
  { path: '/desk/network/gaps', element: lazy(() => import('./GapsPage.tsx').then((module) => ({ default: module.GapsPage }))) },
]
