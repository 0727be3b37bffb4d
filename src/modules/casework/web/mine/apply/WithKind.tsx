import type { ReactNode } from 'react'
import { EmptyState } from '../../../../../ui/parts/EmptyState.tsx'
import { LoadingState } from '../../../../../ui/parts/LoadingState.tsx'
import { ViewState } from '../../../../../ui/parts/ViewState.tsx'
import { PageHeading } from '../../../../../ui/plain/PageHeading.tsx'
import { useText } from '../../../../../ui/text/use-text.ts'
import type { MyKind } from '../../../contract.ts'
import type { MatterDraft } from './draft.ts'
import { applyMessages } from './messages-apply.ts'
import { useDraft } from './use-draft.ts'
import { useMyKind } from './use-my-kind.ts'
import '../mine.css'
import './apply.css'

export interface Applying {
  one: MyKind
  draft: MatterDraft
  change: (draft: MatterDraft) => void
  clear: () => void
}

/** Draws a page of applying once the kind and what was answered before are there. */
export function WithKind({ children }: { children: (applying: Applying) => ReactNode }) {
  const text = useText(applyMessages)
  const { code, query } = useMyKind()
  const { isReady, draft, change, clear } = useDraft(code)
  return (
    <ViewState query={query}>
      {({ kinds: [one] }) => {
        if (!one)
          return (
            <>
              <PageHeading title={text('mine.kind.none')} />
              <EmptyState title={text('mine.kind.none')} words={text('mine.kind.noneWords')} />
            </>
          )
        return isReady ? children({ one, draft, change, clear }) : <LoadingState />
      }}
    </ViewState>
  )
}
