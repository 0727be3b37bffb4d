import { type ComponentType, createContext, type LazyExoticComponent, useContext } from 'react'
import { useAccount } from './api/use-session.ts'

/** What a module adds on top of the page of today: what cannot wait. It draws nothing where nothing waits. */
export interface TodayPart {
  key: string
  /** Smaller stands higher: 10 a call-up, 20 tasks from above, 30 what is due by itself. */
  order: number
  /** Shown to accounts that hold this permission; to everyone when left out. */
  grant?: string
  element: LazyExoticComponent<ComponentType<{ place: string }>>
}

/** All parts of all modules; given once by the program. */
export const TodayParts = createContext<readonly TodayPart[]>([])

/** The parts that this account may see, in their order. */
export function useTodayParts(): TodayPart[] {
  const { grants } = useAccount()
  return useContext(TodayParts)
    .filter(({ grant }) => grant === undefined || grants.includes(grant))
    .sort((a, b) => a.order - b.order)
}
