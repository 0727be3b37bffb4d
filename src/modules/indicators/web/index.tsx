import { lazy } from 'react'
import type { PageEntry } from '../../../ui/page-entry.ts'

export const pages: PageEntry[] = [
  {
    path: '/desk/network',
    element: lazy(() => import('./DashboardPage.tsx').then((module) => ({ default: module.DashboardPage }))),
    rail: { label: { 'zh-CN': '网络', en: 'Network' }, icon: 'network', order: 40, grant: 'figure.read' },
  },
  { path: '/desk/network/rows', element: lazy(() => import('./RowsPage.tsx').then((module) => ({ default: module.RowsPage }))) },
  {
    path: '/desk/closings',
    element: lazy(() => import('./closings/ClosingPage.tsx').then((module) => ({ default: module.ClosingPage }))),
    rail: { label: { 'zh-CN': '核定', en: 'Closings' }, icon: 'check', order: 42, grant: 'figure.read' },
  },
  {
    path: '/desk/assessment',
    element: lazy(() => import('./assessments/AssessmentPage.tsx').then((module) => ({ default: module.AssessmentPage }))),
    rail: { label: { 'zh-CN': '考核', en: 'Assessment' }, icon: 'chart', order: 43, grant: 'figure.read' },
  },
  {
    path: '/open/figures',
    element: lazy(() => import('./open/OpenFiguresPage.tsx').then((module) => ({ default: module.OpenFiguresPage }))),
    rail: { label: { 'zh-CN': '公开数字', en: 'Public figures' }, icon: 'chart', order: 70 },
  },
]
