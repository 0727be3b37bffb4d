import type { ReactNode } from 'react'
import { problemOf } from '../../../../../ui/api/problem.ts'
import { EmptyState } from '../../../../../ui/parts/EmptyState.tsx'
import { ViewState } from '../../../../../ui/parts/ViewState.tsx'
import { PageHeading } from '../../../../../ui/plain/PageHeading.tsx'
import { useText } from '../../../../../ui/text/use-text.ts'
import type { MyMatter } from '../../../contract.ts'
import { matterPageMessages } from './messages-matter.ts'
import { useMyMatter } from './use-my-matter.ts'
import '../mine.css'
import './matter.css'

/** Draws a page of one own matter; somebody else's is no matter at all. */
export function WithMatter({ children }: { children: (matter: MyMatter) => ReactNode }) {
  const text = useText(matterPageMessages)
  const query = useMyMatter()
  const problem = query.error ? problemOf(query.error).code : undefined
  if (problem === 'not-found' || problem === 'invalid-input')
    return (
      <>
        <PageHeading title={text('mine.matter.none')} />
        <EmptyState title={text('mine.matter.none')} words={text('mine.matter.noneWords')} />
      </>
    )
  return <ViewState query={query}>{children}</ViewState>
}
