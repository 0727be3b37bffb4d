import { lazy } from 'react'
import type { FieldPart } from '../../../ui/field-part.ts'
import type { PageEntry } from '../../../ui/page-entry.ts'
import type { PersonPart } from '../../../ui/person-part.ts'
import { PATROLS_PATH, recordPath, SITES_PATH, WORK_PATH } from './work-path.ts'

export { recordPath }

const openMemorials = lazy(() => import('./open/OpenMemorialsPage.tsx').then((module) => ({ default: module.OpenMemorialsPage })))

export const pages: PageEntry[] = [
  {
    path: WORK_PATH,
    element: lazy(() => import('./list/WorkPage.tsx').then((module) => ({ default: module.WorkPage }))),
    rail: {
      label: { 'zh-CN': '台账', en: 'Work' },
      icon: 'work',
      order: 35,
      grant: 'work.read',
      leadsTo: ['/desk/work-kinds', SITES_PATH, PATROLS_PATH],
    },
  },
  {
    path: SITES_PATH,
    element: lazy(() => import('./sites/SitesPage.tsx').then((module) => ({ default: module.SitesPage }))),
  },
  {
    path: '/open/memorials',
    element: openMemorials,
    rail: { label: { 'zh-CN': '烈士纪念设施', en: 'Martyrs’ memorials' }, icon: 'memorial', order: 45 },
  },
  { path: '/open/memorials/:place', element: openMemorials },
  {
    path: recordPath(':recordId'),
    element: lazy(() => import('./record/RecordPage.tsx').then((module) => ({ default: module.RecordPage }))),
  },
  {
    path: '/desk/work-kinds',
    element: lazy(() => import('./kinds/KindsPage.tsx').then((module) => ({ default: module.KindsPage }))),
  },
]

/** What the work record adds to the file of a person. */
export const personParts: PersonPart[] = [
  {
    key: 'work',
    label: { 'zh-CN': '台账', en: 'Work' },
    order: 35,
    grant: 'work.read',
    element: lazy(() => import('./list/WorkOfPerson.tsx').then((module) => ({ default: module.WorkOfPerson }))),
  },
]

/** The work record in the field. */
export const fieldParts: FieldPart[] = [
  {
    key: 'work',
    label: { 'zh-CN': '记台账', en: 'Record work' },
    order: 20,
    grant: 'work.write',
    element: lazy(() => import('./field/FieldRecorder.tsx').then((module) => ({ default: module.FieldRecorder }))),
    takeAlong: (account) => import('./field/take-kinds.ts').then(({ takeKinds }) => takeKinds(account)),
    action: { name: 'work.record', label: { 'zh-CN': '台账', en: 'Work' } },
  },
]
