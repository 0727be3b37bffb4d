import { lazy } from 'react'
import type { PageEntry } from '../../../ui/page-entry.ts'

/** The pages before the file is open, and the choice among files. */
export const sessionPages: PageEntry[] = [
  { path: '/me/sign-in', element: lazy(() => import('./PhonePage.tsx').then((module) => ({ default: module.PhonePage }))) },
  { path: '/me/sign-in/code', element: lazy(() => import('./CodePage.tsx').then((module) => ({ default: module.CodePage }))) },
  { path: '/me/bind', element: lazy(() => import('./BindPage.tsx').then((module) => ({ default: module.BindPage }))) },
  { path: '/me/files', element: lazy(() => import('./FilesPage.tsx').then((module) => ({ default: module.FilesPage }))) },
]
