import { lazy } from 'react'
import type { PageEntry } from '../../../ui/page-entry.ts'
import type { PersonPart } from '../../../ui/person-part.ts'

export const pages: PageEntry[] = [
  {
    path: '/desk/work',
    element: lazy(() => import('./WorkPage.tsx').then((module) => ({ default: module.WorkPage }))),
    rail: { label: { 'zh-CN': '台账', en: 'Work' }, icon: 'work', order: 35, grant: 'work.read' },
  },
  {
    path: '/desk/work-kinds',
    element: lazy(() => import('./KindsPage.tsx').then((module) => ({ default: module.KindsPage }))),
  },
]

/** What the work record adds to the file of a person. */
export const personParts: PersonPart[] = [
  {
    key: 'work',
    label: { 'zh-CN': '台账', en: 'Work' },
    order: 35,
    grant: 'work.read',
    element: lazy(() => import('./WorkOfPerson.tsx').then((module) => ({ default: module.WorkOfPerson }))),
  },
]
