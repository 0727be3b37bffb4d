import { lazy } from 'react'
import type { PageEntry } from '../../../ui/page-entry.ts'
import type { PersonPart } from '../../../ui/person-part.ts'
import { loadFileWords } from '../../registry/web/index.tsx'
import { minePages } from './mine/index.tsx'

export const pages: PageEntry[] = [
  {
    path: '/desk/today',
    element: lazy(() => import('./today/TodayPage.tsx').then((module) => ({ default: module.TodayPage }))),
    rail: { label: { 'zh-CN': '今日', en: 'Today' }, icon: 'today', order: 10, grant: 'visit.read', leadsTo: ['/desk/visits'] },
  },
  {
    path: '/desk/field',
    element: lazy(async () => ({ default: (await Promise.all([import('./field/items/FieldPage.tsx'), loadFileWords()]))[0].FieldPage })),
    rail: { label: { 'zh-CN': '下村', en: 'Field' }, icon: 'pin', order: 15, grant: 'field.take' },
  },
  {
    path: '/desk/devices',
    element: lazy(() => import('./field/devices/DevicesPage.tsx').then((module) => ({ default: module.DevicesPage }))),
    rail: { label: { 'zh-CN': '下村设备', en: 'Devices' }, icon: 'lock', order: 16, grant: 'field.revoke' },
  },
  {
    path: '/desk/devices/bring-in',
    element: lazy(() => import('./field/devices/BringInPage.tsx').then((module) => ({ default: module.BringInPage }))),
  },
  { path: '/desk/visits', element: lazy(() => import('./visits/list/VisitsPage.tsx').then((module) => ({ default: module.VisitsPage }))) },
  { path: '/desk/visits/due', element: lazy(() => import('./visits/plans/DuePage.tsx').then((module) => ({ default: module.DuePage }))) },
  {
    path: '/desk/matters',
    element: lazy(() => import('./matters/inbox/InboxPage.tsx').then((module) => ({ default: module.InboxPage }))),
    rail: { label: { 'zh-CN': '事项', en: 'Matters' }, icon: 'inbox', order: 30, grant: 'matter.read', leadsTo: ['/desk/hall'] },
  },
  { path: '/desk/hall', element: lazy(() => import('./matters/hall/HallPage.tsx').then((module) => ({ default: module.HallPage }))) },
  {
    path: '/desk/matters/kinds',
    element: lazy(() => import('./matters/kinds/KindsPage.tsx').then((module) => ({ default: module.KindsPage }))),
  },
  {
    path: '/desk/matters/kinds/:code',
    element: lazy(() => import('./matters/kinds/KindPage.tsx').then((module) => ({ default: module.KindPage }))),
  },
  {
    path: '/desk/matters/roster',
    element: lazy(() => import('./matters/roster/RosterPage.tsx').then((module) => ({ default: module.RosterPage }))),
  },
  {
    path: '/desk/matters/balance',
    element: lazy(() => import('./matters/balance/BalancePage.tsx').then((module) => ({ default: module.BalancePage }))),
  },
  {
    path: '/desk/matters/:matterId',
    element: lazy(() => import('./matters/matter/MatterPage.tsx').then((module) => ({ default: module.MatterPage }))),
  },
  {
    path: '/desk/matters/:matterId/letters/:letter',
    element: lazy(() => import('./matters/letter/LetterPage.tsx').then((module) => ({ default: module.LetterPage }))),
  },
  ...minePages,
]

/** `N` anywhere on the desk records a visit; so does an address with `?record=<person id>`. */
export const deskTool = lazy(() => import('./visits/record/VisitTool.tsx').then((module) => ({ default: module.VisitTool })))

/** What casework adds to the file of a person. */
export const personParts: PersonPart[] = [
  {
    key: 'claims',
    label: { 'zh-CN': '两个版本', en: 'Two versions' },
    order: 40,
    grant: 'person.read',
    element: lazy(async () => ({
      default: (await Promise.all([import('./field/claims/ClaimsOfPerson.tsx'), loadFileWords()]))[0].ClaimsOfPerson,
    })),
  },
  {
    key: 'visits',
    label: { 'zh-CN': '走访', en: 'Visits' },
    order: 10,
    grant: 'visit.read',
    element: lazy(() => import('./visits/list/VisitsOfPerson.tsx').then((module) => ({ default: module.VisitsOfPerson }))),
    events: async (personId) => await (await import('./visits/list/visit-events.ts')).visitEvents(personId),
    live: ['visit.done'],
  },
  {
    key: 'matters',
    label: { 'zh-CN': '事项', en: 'Matters' },
    order: 5,
    grant: 'matter.survey',
    element: lazy(() => import('./matters/hall/MattersOfPerson.tsx').then((module) => ({ default: module.MattersOfPerson }))),
  },
]
