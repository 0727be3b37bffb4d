import { type ComponentType, lazy } from 'react'
import type { PageEntry } from '../../../ui/page-entry.ts'

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
  page('/open/funds', async () => (await import('./open/OpenFundsPage.tsx')).OpenFundsPage, {
    label: { 'zh-CN': '帮扶资金', en: 'Money for help' },
    icon: 'heart',
    order: 62,
  }),
]
