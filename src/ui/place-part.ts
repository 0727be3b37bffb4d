import { type ComponentType, createContext, type LazyExoticComponent, useContext } from 'react'
import { useAccount } from './api/use-session.ts'

/** What a module adds to the page of a village: its people, for instance. It fills a panel. */
export interface PlacePart {
  key: string
  order: number
  /** Shown to accounts that hold this permission; to everyone when left out. */
  grant?: string
  element: LazyExoticComponent<ComponentType<{ place: string }>>
}

/** All parts of all modules; given once by the program. */
export const PlaceParts = createContext<readonly PlacePart[]>([])

/** The parts that this account may see, in their order. */
export function usePlaceParts(): PlacePart[] {
  const { grants } = useAccount()
  return useContext(PlaceParts)
    .filter(({ grant }) => grant === undefined || grants.includes(grant))
    .sort((a, b) => a.order - b.order)
}
