import { lazy } from 'react'
import type { PageEntry } from '../../../ui/page-entry.ts'

export const pages: PageEntry[] = [
  {
    path: '/desk/ledger',
    element: lazy(() => import('./funds/FundsPage.tsx').then((module) => ({ default: module.FundsPage }))),
    rail: { label: { 'zh-CN': '资金', en: 'Ledger' }, icon: 'book', order: 55, grant: 'ledger.read' },
  },
  {
    path: '/desk/ledger/accounts/:accountId',
    element: lazy(() => import('./funds/EntriesPage.tsx').then((module) => ({ default: module.EntriesPage }))),
  },
  {
    path: '/desk/ledger/batches/:batchId',
    element: lazy(() => import('./batches/BatchPage.tsx').then((module) => ({ default: module.BatchPage }))),
  },
]
