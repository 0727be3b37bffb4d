import { type ComponentType, lazy } from 'react'
import type { PageEntry } from '../../../ui/page-entry.ts'

const page = (path: string, load: () => Promise<ComponentType>, rail?: PageEntry['rail']): PageEntry => ({
  path,
  element: lazy(async () => ({ default: await load() })),
  ...(rail === undefined ? {} : { rail }),
})

/** From the file to the rank, and posts. */
export const scorePages: PageEntry[] = [
  page('/desk/placement', async () => (await import('./cohorts/CohortsPage.tsx')).CohortsPage, {
    label: { 'zh-CN': '安置', en: 'Placement' },
    icon: 'placement',
    order: 60,
    grant: 'placement.read',
  }),
  page('/desk/placement/cohorts/:cohortId', async () => (await import('./cohorts/CohortPage.tsx')).CohortPage),
  page('/desk/placement/candidates/:candidateId', async () => (await import('./candidates/CandidatePage.tsx')).CandidatePage),
  page('/desk/placement/schemes', async () => (await import('./schemes/SchemesPage.tsx')).SchemesPage),
  page('/desk/placement/posts', async () => (await import('./posts/PostsPage.tsx')).PostsPage),
  page('/desk/placement/pools/:poolId', async () => (await import('./posts/PoolPage.tsx')).PoolPage),
  page('/desk/placement/after', async () => (await import('./after/AfterPage.tsx')).AfterPage),
  page('/desk/placement/allowances', async () => (await import('./after/AllowancePage.tsx')).AllowancePage),
  page('/desk/placement/assessment', async () => (await import('./after/AssessmentPage.tsx')).AssessmentPage),
  page('/desk/rounds/:roundId/matching/what-if', async () => (await import('./what-if/WhatIfPage.tsx')).WhatIfComputedPage),
  page('/desk/rounds/:roundId/what-if', async () => (await import('./what-if/WhatIfPage.tsx')).WhatIfPage),
  page('/open/scores', async () => (await import('./open/OpenScoresPage.tsx')).OpenScoresPage, {
    label: { 'zh-CN': '评分公示', en: 'Published scores' },
    icon: 'placement',
    order: 61,
  }),
  page('/open/scores/:cohortId', async () => (await import('./open/OpenScoreListPage.tsx')).OpenScoreListPage),
  page('/me/placement', async () => (await import('./mine/MyPlacementPage.tsx')).MyPlacementPage, {
    label: { 'zh-CN': '安置：评分与选岗', en: 'Placement: score and posts' },
    icon: 'placement',
    order: 60,
  }),
]
