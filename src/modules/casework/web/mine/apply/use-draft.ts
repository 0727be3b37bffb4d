import { useEffect } from 'react'
import { useOpenFile } from '../../../../../ui/personal/use-personal.ts'
import { keepSealed, openSealed } from '../../../../../ui/state/sealed.ts'
import { createStore, useStore } from '../../../../../ui/state/store.ts'
import { emptyDraft, type MatterDraft, readDrafts } from './draft.ts'

interface Drafts {
  personId: string
  byKind: Readonly<Record<string, MatterDraft>>
}

/** All drafts of the open file, in memory; another file has its own, and nobody else's stays. */
const drafts = createStore<Drafts | undefined>(undefined)

async function load(personId: string): Promise<void> {
  const byKind = readDrafts(await openSealed('drafts', personId), Date.now())
  if (drafts.get()?.personId !== personId) drafts.set({ personId, byKind })
}

/** Changes are sealed one after the other, so that an older one never lies on top. */
let sealing: Promise<unknown> = Promise.resolve()

function keepDrafts(next: Drafts): void {
  drafts.set(next)
  sealing = sealing.then(async () => {
    const now = drafts.get()
    if (now) await keepSealed('drafts', now.personId, Object.keys(now.byKind).length === 0 ? undefined : now.byKind)
  })
}

/**
 * The unsent application of a kind. It outlives a reload, a lost session and a phone that forgets the page, because it lies
 * in the browser under a seal that only a sign-in to the same file opens (ui/state/sealed.ts). The server is told nothing
 * before the person presses the button: what somebody thought better of is nobody's business.
 */
export function useDraft(typeCode: string) {
  const { personId } = useOpenFile()
  const held = useStore(drafts)
  const isReady = held?.personId === personId
  useEffect(() => {
    if (!isReady) void load(personId)
  }, [isReady, personId])
  const byKind = isReady ? held.byKind : {}
  return {
    isReady,
    draft: byKind[typeCode] ?? emptyDraft,
    change: (draft: MatterDraft) => keepDrafts({ personId, byKind: { ...byKind, [typeCode]: draft } }),
    clear: () => {
      const { [typeCode]: _, ...others } = byKind
      keepDrafts({ personId, byKind: others })
    },
  }
}
