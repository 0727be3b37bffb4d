import { lazy } from 'react'
import type { PageEntry } from '../../../ui/page-entry.ts'

/** The pages about accounts and the journal: platform has no web of its own. */
export const accessPages: PageEntry[] = [
  {
    path: '/desk/accounts',
    element: lazy(() => import('./AccountsPage.tsx').then((module) => ({ default: module.AccountsPage }))),
    rail: { label: { 'zh-CN': '账号', en: 'Accounts' }, icon: 'user', order: 80, grant: 'account.read' },
  },
  {
    path: '/desk/accounts/:accountId',
    element: lazy(() => import('./AccountPage.tsx').then((module) => ({ default: module.AccountPage }))),
  },
  {
    path: '/desk/journal',
    element: lazy(() => import('./JournalPage.tsx').then((module) => ({ default: module.JournalPage }))),
    rail: { label: { 'zh-CN': '留痕', en: 'Journal' }, icon: 'list', order: 90, grant: 'journal.read' },
  },
  {
    path: '/desk/account',
    element: lazy(() => import('./OwnAccountPage.tsx').then((module) => ({ default: module.OwnAccountPage }))),
  },
]
