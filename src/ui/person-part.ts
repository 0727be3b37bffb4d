import { type ComponentType, createContext, type LazyExoticComponent, useContext } from 'react'
import { useAccount } from './api/use-session.ts'
import type { Words } from './text/language.ts'

/** Something that passed between a person and the service, for the timeline of their file. */
export interface PersonEvent {
  key: string
  /** A day or an instant, ISO: newest stands first. */
  at: string
  title: string
  words?: string
  tone?: 'green' | 'amber'
}

/** What a module adds to the file of a person: a tab, and what it has for the timeline. */
export interface PersonPart {
  key: string
  label: Words
  /** Smaller stands further left; identities are 0. */
  order: number
  /** Shown to accounts that hold this permission; to everyone when left out. */
  grant?: string
  element: LazyExoticComponent<ComponentType<{ personId: string }>>
  /** The latest of its events; import what it needs inside, so that no other page loads it. */
  events?: (personId: string) => Promise<PersonEvent[]>
  /** Kinds of facts after which the events are asked for again: `['visit.done']`. */
  live?: readonly string[]
}

/** All parts of all modules; given once by the program. */
export const PersonParts = createContext<readonly PersonPart[]>([])

/** The parts that this account may see, in their order. */
export function usePersonParts(): PersonPart[] {
  const { grants } = useAccount()
  return useContext(PersonParts)
    .filter(({ grant }) => grant === undefined || grants.includes(grant))
    .sort((a, b) => a.order - b.order)
}
