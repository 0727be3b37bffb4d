import { lazy, Suspense } from 'react'
import { Outlet } from 'react-router'
import { waitsFor } from '../../ui/api/session.ts'
import { useAccount } from '../../ui/api/use-session.ts'
import { Shell } from '../../ui/layout/Shell.tsx'
import { type ModuleWeb, railOf } from '../../ui/page-entry.ts'
import { LoadingState } from '../../ui/parts/LoadingState.tsx'
import { DeskFace } from './DeskFace.tsx'

const FieldStrip = lazy(() => import('../../ui/outbox/FieldStrip.tsx').then((module) => ({ default: module.FieldStrip })))

/** The desk around its pages: rail by permission, the one search box, the account. */
export function DeskFrame({ modules }: { modules: readonly ModuleWeb[] }) {
  const account = useAccount()
  // Whoever must first see to their own account may do nothing else yet: the rooms would only refuse them.
  const open = waitsFor(account) === undefined ? modules : []
  const pages = open.flatMap((module) => module.pages)
  const Search = account.grants.includes('person.read') ? open.find((module) => module.deskSearch)?.deskSearch : undefined
  const tools = open.flatMap((module) => (module.deskTool ? [module.deskTool] : []))
  const search = Search && (
    <Suspense fallback={null}>
      <Search />
    </Suspense>
  )
  return (
    <DeskFace>
      <Shell
        account={account}
        rail={railOf(pages, 'desk', account.grants)}
        search={search}
        tools={tools.map((Tool, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a fixed list
          <Suspense key={at} fallback={null}>
            <Tool />
          </Suspense>
        ))}
      >
        {account.grants.includes('field.take') && (
          <Suspense fallback={null}>
            <FieldStrip accountId={account.id} />
          </Suspense>
        )}
        <Suspense fallback={<LoadingState lines={8} />}>
          <Outlet />
        </Suspense>
      </Shell>
    </DeskFace>
  )
}
