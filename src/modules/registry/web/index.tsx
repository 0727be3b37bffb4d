import { lazy } from 'react'
import type { PageEntry } from '../../../ui/page-entry.ts'
import type { PersonPart } from '../../../ui/person-part.ts'

export const pages: PageEntry[] = [
  {
    path: '/desk/people',
    element: lazy(() => import('./roster/RosterPage.tsx').then((module) => ({ default: module.RosterPage }))),
    rail: {
      label: { 'zh-CN': '档案', en: 'People' },
      icon: 'people',
      order: 20,
      grant: 'person.read',
      leadsTo: ['/desk/imports', '/desk/exports'],
    },
  },
  {
    path: '/desk/people/new',
    element: lazy(() => import('./capture/CapturePage.tsx').then((module) => ({ default: module.CapturePage }))),
  },
  {
    path: '/desk/people/transfers',
    element: lazy(() => import('./transfers/TransfersPage.tsx').then((module) => ({ default: module.TransfersPage }))),
  },
  {
    path: '/desk/people/duplicates',
    element: lazy(() => import('./duplicates/DuplicatesPage.tsx').then((module) => ({ default: module.DuplicatesPage }))),
  },
  { path: '/desk/people/ages', element: lazy(() => import('./ages/AgesPage.tsx').then((module) => ({ default: module.AgesPage }))) },
  { path: '/desk/imports', element: lazy(() => import('./import/ImportsPage.tsx').then((module) => ({ default: module.ImportsPage }))) },
  {
    path: '/desk/imports/:importId',
    element: lazy(() => import('./import/ImportPage.tsx').then((module) => ({ default: module.ImportPage }))),
  },
  { path: '/desk/exports', element: lazy(() => import('./export/ExportsPage.tsx').then((module) => ({ default: module.ExportsPage }))) },
  {
    path: '/desk/people/:personId',
    element: lazy(() => import('./file/PersonPage.tsx').then((module) => ({ default: module.PersonPage }))),
  },
  {
    path: '/desk/people/:personId/merge',
    element: lazy(() => import('./merge/MergePage.tsx').then((module) => ({ default: module.MergePage }))),
  },
]

/** Loads the words of fields and codes, for a page of another module that shows a file. */
export const loadFileWords = () => import('./messages.ts')

/** The one search box of the desk. */
export const deskSearch = lazy(() => import('./search/PersonSearch.tsx').then((module) => ({ default: module.PersonSearch })))

/** What the registry adds to a person's page beside the file itself. */
export const personParts: PersonPart[] = [
  {
    key: 'doors',
    label: { 'zh-CN': '登录与代办', en: 'Sign-in and agents' },
    order: 40,
    grant: 'person.letIn',
    element: lazy(() => import('./doors/DoorsOfPerson.tsx').then((module) => ({ default: module.DoorsOfPerson }))),
  },
]

/** The people of a village, on its page of figures. */
export const placeParts = [
  {
    key: 'people',
    order: 10,
    grant: 'person.read',
    element: lazy(() => import('./roster/PeopleOfPlace.tsx').then((module) => ({ default: module.PeopleOfPlace }))),
  },
]
