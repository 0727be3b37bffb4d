import { lazy } from 'react'
import type { PageEntry } from '../../../ui/page-entry.ts'

/** Pages of rounds: the officer's, the public's. */
export const roundPages: PageEntry[] = [
  {
    path: '/desk/rounds',
    element: lazy(() => import('./rounds/RoundsPage.tsx').then((module) => ({ default: module.RoundsPage }))),
    rail: { label: { 'zh-CN': '选岗', en: 'Rounds' }, icon: 'signpost', order: 62, grant: 'round.read' },
  },
  {
    path: '/desk/rounds/:roundId',
    element: lazy(() => import('./rounds/RoundPage.tsx').then((module) => ({ default: module.RoundPage }))),
  },
  {
    path: '/desk/rounds/:roundId/matching',
    element: lazy(() => import('./computed/ComputedPage.tsx').then((module) => ({ default: module.ComputedPage }))),
  },
  {
    path: '/me/rounds',
    element: lazy(() => import('./mine/MyRoundsPage.tsx').then((module) => ({ default: module.MyRoundsPage }))),
    rail: { label: { 'zh-CN': '我的选岗回执', en: 'My placement receipts' }, icon: 'signpost', order: 62 },
  },
  {
    path: '/open/rounds',
    element: lazy(() => import('./open/OpenRoundsPage.tsx').then((module) => ({ default: module.OpenRoundsPage }))),
    rail: { label: { 'zh-CN': '阳光选岗', en: 'Open selection of posts' }, icon: 'signpost', order: 60 },
  },
  { path: '/open/rounds/how', element: lazy(() => import('./open/HowPage.tsx').then((module) => ({ default: module.HowPage }))) },
  {
    path: '/open/employer',
    element: lazy(() => import('./employer/EmployerPage.tsx').then((module) => ({ default: module.EmployerPage }))),
  },
  { path: '/open/verify', element: lazy(() => import('./open/VerifyPage.tsx').then((module) => ({ default: module.VerifyPage }))) },
  {
    path: '/open/rounds/:roundId',
    element: lazy(() => import('./open/BoardPage.tsx').then((module) => ({ default: module.BoardPage }))),
    isBare: true,
  },
]
