import { type ComponentType, createContext, type LazyExoticComponent, useContext } from 'react'
import type { SessionAccount } from './api/session.ts'
import { useAccount } from './api/use-session.ts'
import type { Words } from './text/language.ts'

/** An item of this device that waits for a person, to be written anew and sent in its place. */
export interface AmendedItem {
  readonly replaces: string
  readonly body: Readonly<Record<string, unknown>>
  readonly photos: readonly { readonly id: string; readonly hash: string }[]
}

/** What a module adds to the field: something that is recorded without a network. */
export interface FieldPart {
  key: string
  /** Of the button that begins it. */
  label: Words
  order: number
  /** Shown to accounts that hold this permission. */
  grant: string
  /** Records it, or opens again what was recorded; loaded when it is begun. */
  element: LazyExoticComponent<ComponentType<{ onClose: () => void; amended?: AmendedItem }>>
  /** What it asks for, by the name of a view, answered when the village is taken along; import what it needs inside. */
  takeAlong: (account: SessionAccount) => Promise<Record<string, unknown>>
  /** The action that is kept on the device, and what a list calls it. */
  action: { readonly name: string; readonly label: Words }
}

/** All parts of all modules; given once by the program. */
export const FieldParts = createContext<readonly FieldPart[]>([])

/** The parts that this account may record by, in their order. */
export function useFieldParts(): FieldPart[] {
  const { grants } = useAccount()
  return useContext(FieldParts)
    .filter(({ grant }) => grants.includes(grant))
    .sort((a, b) => a.order - b.order)
}
