import { type ComponentType, lazy } from 'react'
import type { PageEntry } from '../../../ui/page-entry.ts'
import type { PersonPart } from '../../../ui/person-part.ts'

const page = (path: string, load: () => Promise<ComponentType>, rail?: PageEntry['rail']): PageEntry => ({
  path,
  element: lazy(async () => ({ default: await load() })),
  ...(rail === undefined ? {} : { rail }),
})

export const pages: PageEntry[] = [
  page('/desk/funds', async () => (await import('./funds/FundsPage.tsx')).FundsPage, {
    label: { 'zh-CN': '帮扶资金', en: 'Funds' },
    icon: 'heart',
    order: 56,
    grant: 'ledger.read',
  }),
  page('/desk/funds/:fundId', async () => (await import('./funds/FundPage.tsx')).FundPage),
  page('/desk/funds/receipts/:donationId', async () => (await import('./funds/ReceiptPage.tsx')).ReceiptPage),
  {
    path: '/desk/pairing',
    element: lazy(() => import('./pairing/PairingPage.tsx').then((module) => ({ default: module.PairingPage }))),
    rail: { label: { 'zh-CN': '结对帮扶', en: 'Pairing' }, icon: 'hands', order: 57, grant: 'pairing.read' },
  },
  {
    path: '/desk/incentives',
    element: lazy(() => import('./incentives/IncentivesPage.tsx').then((module) => ({ default: module.IncentivesPage }))),
    rail: { label: { 'zh-CN': '就业补贴', en: 'Incentives' }, icon: 'gift', order: 58, grant: 'claim.read' },
  },
  {
    path: '/desk/incentives/estimate',
    element: lazy(() => import('./incentives/EstimatePage.tsx').then((module) => ({ default: module.EstimatePage }))),
  },
  page('/open/funds', async () => (await import('./open/OpenFundsPage.tsx')).OpenFundsPage, {
    label: { 'zh-CN': '帮扶资金', en: 'Money for help' },
    icon: 'heart',
    order: 62,
  }),
]

/** What assistance adds to the file of a person. */
export const personParts: PersonPart[] = [
  {
    key: 'pairing',
    label: { 'zh-CN': '结对帮扶', en: 'Pairing' },
    order: 35,
    grant: 'pairing.read',
    element: lazy(() => import('./pairing/PairingOfPerson.tsx').then((module) => ({ default: module.PairingOfPerson }))),
  },
]
