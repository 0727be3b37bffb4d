import { useState } from 'react'
import type { Brief, EditedInline } from '../contract.ts'

export interface DraftBlock {
  readonly id: string
  readonly kind: 'heading' | 'subheading' | 'text'
  readonly inlines: readonly EditedInline[]
}

interface Draft {
  readonly title: readonly EditedInline[]
  readonly blocks: readonly DraftBlock[]
  readonly isTouched: boolean
}

let serial = 0
const nextId = (): string => {
  serial += 1
  return `b${serial}`
}

const draftOf = ({ text }: Brief): Draft => ({
  title: text.title,
  blocks: text.blocks.map((block) => ({ ...block, id: nextId() })),
  isTouched: false,
})

/** The text of a brief while it is edited: kept from what the server last answered. */
export function useDraft(brief: Brief) {
  const [draft, setDraft] = useState(() => draftOf(brief))
  const change = (blocks: (now: readonly DraftBlock[]) => readonly DraftBlock[]) =>
    setDraft((now) => ({ ...now, blocks: blocks(now.blocks), isTouched: true }))
  return {
    draft,
    setTitle: (title: EditedInline[]) => setDraft((now) => ({ ...now, title, isTouched: true })),
    setLine: (id: string, inlines: EditedInline[]) =>
      change((blocks) => blocks.map((block) => (block.id === id ? { ...block, inlines } : block))),
    remove: (id: string) => change((blocks) => blocks.filter((block) => block.id !== id)),
    /** A new block behind another one; at the end where none is named. Gives its id. */
    add: (kind: DraftBlock['kind'], after?: string): string => {
      const added: DraftBlock = { id: nextId(), kind, inlines: [] }
      change((blocks) => {
        const at = blocks.findIndex(({ id }) => id === after)
        return at < 0 ? [...blocks, added] : blocks.toSpliced(at + 1, 0, added)
      })
      return added.id
    },
  }
}

export type DraftDesk = ReturnType<typeof useDraft>
