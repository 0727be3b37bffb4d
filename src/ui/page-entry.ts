import type { ComponentType, LazyExoticComponent } from 'react'
import type { FieldPart } from './field-part.ts'
import type { MePart } from './me-part.ts'
import type { IconName } from './parts/icon-paths.ts'
import type { PersonPart } from './person-part.ts'
import type { PlacePart } from './place-part.ts'
import type { Words } from './text/language.ts'
import type { TodayPart } from './today-part.ts'

/** A door on the rail. */
export interface RailEntry {
  label: Words
  icon: IconName
  /** Smaller stands higher: 10 today, 20 people, 30 matters, 40 network, 50 benefits, 60 placement, 70 briefs. */
  order: number
  /** Shown to accounts that hold this permission; to everyone when left out. */
  grant?: string
  /** Paths beside its own that are reached through this door: on them too it is the one one came in by. */
  leadsTo?: readonly string[]
  /** Draws the count of what waits behind the door with `RailBadge`. Rendered inside the link. */
  badge?: ComponentType
}

const isUnder = (path: string, top: string): boolean => path === top || path.startsWith(`${top}/`)

/** Whether an address lies behind a door: under its own path, or under another that it leads to. */
export const liesBehind = ({ path, rail }: { path: string; rail: RailEntry }, address: string): boolean =>
  [path, ...(rail.leadsTo ?? [])].some((top) => isUnder(address, top))

/** Where the next group of doors begins: the day · people and their matters · the network · money · placement · papers. */
const GROUPS = [20, 40, 50, 60, 70] as const

/** Whether a door stands in another group than the one before it: a line between them. The first one begins nothing. */
export const beginsGroup = (before: RailEntry | undefined, { order }: RailEntry): boolean =>
  before !== undefined && GROUPS.some((from) => before.order < from && from <= order)

/** A page that a module brings. */
export interface PageEntry {
  /** The whole path, in react-router's form. Its head says the face: `/desk/people/:id`, `/me/benefits`, `/open/verify`. */
  path: string
  /** `lazy(() => import('./PersonPage.tsx').then((module) => ({ default: module.PersonPage })))` */
  element: LazyExoticComponent<ComponentType>
  rail?: RailEntry
  /** Fills the whole window, without the frame of its face: a screen for a room. */
  isBare?: boolean
}

/** What `src/modules/<module>/web/index.tsx` exports. Keep it light: it is loaded with every face. */
export interface ModuleWeb {
  pages: PageEntry[]
  /** The search box of the desk; one module brings it (registry). Must be lazy. */
  deskSearch?: ComponentType
  /** Small things for the desk's bar, such as the bell. Must be lazy. */
  deskTool?: ComponentType
  /** What the module adds to the file of a person. */
  personParts?: readonly PersonPart[]
  /** What the module adds to the page of a village. */
  placeParts?: readonly PlacePart[]
  /** What the module adds on top of the page of today. */
  todayParts?: readonly TodayPart[]
  /** What the module adds on top of a veteran's first page. */
  meParts?: readonly MePart[]
  /** What the module records in the field. */
  fieldParts?: readonly FieldPart[]
}

export type Face = 'desk' | 'me' | 'open'

export const faceOf = (page: PageEntry): Face | undefined => {
  const head = page.path.split('/')[1]
  return head === 'desk' || head === 'me' || head === 'open' ? head : undefined
}

/** The doors an account may see, in their order. */
export function railOf(pages: readonly PageEntry[], face: Face, grants: readonly string[]): (PageEntry & { rail: RailEntry })[] {
  return pages
    .flatMap((page) => (page.rail && faceOf(page) === face ? [{ ...page, rail: page.rail }] : []))
    .filter(({ rail }) => rail.grant === undefined || grants.includes(rail.grant))
    .sort((a, b) => a.rail.order - b.rail.order)
}
