import { lazy } from 'react'
import type { PageEntry } from '../../../ui/page-entry.ts'

export const pages: PageEntry[] = [
  {
    path: '/desk/briefs',
    element: lazy(() => import('./BriefsPage.tsx').then((module) => ({ default: module.BriefsPage }))),
    rail: { label: { 'zh-CN': '简报', en: 'Briefs' }, icon: 'brief', order: 70, grant: 'brief.read' },
  },
  { path: '/desk/briefs/:id', element: lazy(() => import('./BriefPage.tsx').then((module) => ({ default: module.BriefPage }))) },
]
