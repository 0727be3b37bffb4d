import { type ComponentType, lazy } from 'react'
import type { PageEntry } from '../../../../ui/page-entry.ts'
import { loadFileWords } from '../../../registry/web/index.tsx'

const page = (path: string, load: () => Promise<ComponentType>): PageEntry => ({
  path,
  element: lazy(async () => ({ default: await load() })),
})

/** The pages of a person's own matters on /me. */
export const minePages: PageEntry[] = [
  page('/me/entitlements', async () => (await import('./entitled/EntitlementsPage.tsx')).EntitlementsPage),
  page('/me/entitlements/:code', async () => (await import('./entitled/EntitlementPage.tsx')).EntitlementPage),
  page('/me/kinds', async () => (await import('./apply/MyKindsPage.tsx')).MyKindsPage),
  page('/me/kinds/:code', async () => (await import('./apply/MyKindPage.tsx')).MyKindPage),
  page('/me/kinds/:code/q/:field', async () => (await import('./apply/QuestionPage.tsx')).QuestionPage),
  page('/me/kinds/:code/review', async () => (await import('./apply/ReviewPage.tsx')).ReviewPage),
  page('/me/matters', async () => (await import('./matter/MyMattersPage.tsx')).MyMattersPage),
  page('/me/matters/:matterId', async () => (await import('./matter/MyMatterPage.tsx')).MyMatterPage),
  page('/me/matters/:matterId/receipt', async () => (await import('./matter/ReceiptPage.tsx')).ReceiptPage),
  page('/me/matters/:matterId/step/:step', async () => (await import('./matter/MyStepPage.tsx')).MyStepPage),
  page('/me/matters/:matterId/rate', async () => (await import('./matter/RatePage.tsx')).RatePage),
  page('/me/file', async () => (await Promise.all([import('./file/MyFilePage.tsx'), loadFileWords()]))[0].MyFilePage),
  page('/me/messages', async () => (await import('./messages/MyMessagesPage.tsx')).MyMessagesPage),
]
