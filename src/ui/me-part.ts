import { type ComponentType, createContext, type LazyExoticComponent, useContext } from 'react'

/** A card that a module adds on top of a veteran's first page: what waits for their word. It draws nothing where nothing waits. */
export interface MePart {
  key: string
  /** Smaller stands higher: 10 a call-up, 20 what has a day, 30 what may be looked at. */
  order: number
  element: LazyExoticComponent<ComponentType>
}

/** All parts of all modules; given once by the program. */
export const MeParts = createContext<readonly MePart[]>([])

/** The parts in their order. */
export const useMeParts = (): MePart[] => useContext(MeParts).toSorted((a, b) => a.order - b.order)
