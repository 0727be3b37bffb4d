import { lazy } from 'react'
import type { SessionAccount } from '../../../ui/api/session.ts'
import { RailBadge } from '../../../ui/layout/Shell.tsx'
import type { PageEntry, RailEntry } from '../../../ui/page-entry.ts'
import type { IconName } from '../../../ui/parts/icon-paths.ts'

/** A made-up account and rail, for looking at the frame. */
export const sampleAccount: SessionAccount = {
  id: 'sample',
  name: '陈晓琴',
  login: 'chen.xiaoqin',
  unitCode: '500112002005',
  unitName: '凤鸣路社区退役军人服务站',
  path: [
    { code: '50', name: '重庆市' },
    { code: '500112', name: '渝北区' },
    { code: '500112002', name: '双凤桥街道' },
    { code: '500112002005', name: '凤鸣路社区' },
  ],
  roles: ['stationWorker'],
  roleNames: ['服务站专干'],
  roleNamesEn: ['Station worker'],
  grants: [],
  tier: 'village',
  needsTotp: false,
  hasTotp: false,
  mustChangePassword: false,
  idleEndsAt: '2026-06-10T03:00:00Z',
  endsAt: '2026-06-10T11:00:00Z',
}

const rooms: readonly [string, string, IconName][] = [
  ['今日', 'Today', 'today'],
  ['档案', 'People', 'people'],
  ['事项', 'Matters', 'inbox'],
  ['网络', 'Network', 'network'],
  ['待遇', 'Benefits', 'wallet'],
  ['安置', 'Placement', 'placement'],
  ['简报', 'Briefs', 'brief'],
]

const Nowhere = lazy(() => import('../../NotFoundPage.tsx').then((module) => ({ default: module.NotFoundPage })))
const SampleBadge = () => <RailBadge count={6} label="6" />

export const sampleRail: (PageEntry & { rail: RailEntry })[] = rooms.map(([zh, en, icon], at) => ({
  path: at === 0 ? '/kit' : `/kit/${icon}`,
  element: Nowhere,
  rail: { label: { 'zh-CN': zh, en }, icon, order: at, ...(icon === 'inbox' ? { badge: SampleBadge } : {}) },
}))
