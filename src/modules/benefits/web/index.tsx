import { lazy } from 'react'
import type { PageEntry } from '../../../ui/page-entry.ts'
import type { PersonPart } from '../../../ui/person-part.ts'

export const pages: PageEntry[] = [
  {
    path: '/desk/benefits',
    element: lazy(() => import('./rates/RatesPage.tsx').then((module) => ({ default: module.RatesPage }))),
    rail: { label: { 'zh-CN': '抚恤', en: 'Benefits' }, icon: 'wallet', order: 50, grant: 'benefit.read' },
  },
  {
    path: '/desk/benefits/months',
    element: lazy(() => import('./months/MonthsPage.tsx').then((module) => ({ default: module.MonthsPage }))),
  },
  {
    path: '/desk/benefits/accounts',
    element: lazy(() => import('./payees/PayeesPage.tsx').then((module) => ({ default: module.PayeesPage }))),
  },
  {
    path: '/desk/benefits/lump-sums',
    element: lazy(() => import('./lump/LumpSumPage.tsx').then((module) => ({ default: module.LumpSumPage }))),
  },
  {
    path: '/desk/benefits/confirmations',
    element: lazy(() => import('./confirm/ConfirmingPage.tsx').then((module) => ({ default: module.ConfirmingPage }))),
  },
  {
    path: '/desk/benefits/months/:runId',
    element: lazy(() => import('./months/MonthPage.tsx').then((module) => ({ default: module.MonthPage }))),
  },
]

/** What benefits add to the file of a person. */
export const personParts: PersonPart[] = [
  {
    key: 'benefits',
    label: { 'zh-CN': '待遇测算', en: 'Benefits' },
    order: 30,
    grant: 'benefit.read',
    events: async (personId) => await (await import('./payees/payee-events.ts')).payeeEvents(personId),
    element: lazy(() => import('./person/BenefitsOfPerson.tsx').then((module) => ({ default: module.BenefitsOfPerson }))),
  },
]
