import type { Profile } from './key-tree.ts'
import { type ColumnName, type Drawer, headerOf, type Opening, openingWith, type Sealing, sealingWith } from './sealing.ts'

/** The keys of some columns, as they are handed to a thread. */
export interface SharedKeys {
  readonly profile: Profile
  readonly version: number
  /** The profile of the blind indexes, whose keys the drawers hold. */
  readonly indexBy: Profile
  readonly drawers: readonly (readonly [ColumnName, Drawer])[]
}

/** The keys of some columns under every profile and key version, as they are handed to a thread that opens. */
export type SharedRing = readonly {
  readonly profile: Profile
  readonly version: number
  readonly column: ColumnName
  readonly drawer: Drawer
}[]

/** What was a buffer arrives in a thread as plain bytes. */
const buffer = (bytes: Uint8Array): Buffer => Buffer.from(bytes)

const arrived = ({ keys, index, place }: Drawer): Drawer => ({
  keys: { cipher: buffer(keys.cipher), mac: buffer(keys.mac) },
  index: buffer(index),
  place: buffer(place),
})

/** In a thread: seals for the columns whose keys were shared. @throws for any other column */
export function openSharedKeys({ profile, version, indexBy, drawers }: SharedKeys): Sealing {
  const known = new Map<ColumnName, Drawer>(drawers.map(([column, drawer]) => [column, arrived(drawer)]))
  const drawerOf = (column: ColumnName): Drawer => {
    const drawer = known.get(column)
    if (!drawer) throw new Error(`${column}: its keys were not shared with this thread`)
    return drawer
  }
  return sealingWith({ profile, header: headerOf(profile, version), indexBy, drawerOf })
}

/** In a thread: opens the columns whose keys were shared. @throws for any other column or key version */
export function openSharedRing(ring: SharedRing): Opening {
  const nameOf = (...parts: [Profile, number, ColumnName]): string => parts.join(' ')
  const known = new Map(ring.map(({ profile, version, column, drawer }) => [nameOf(profile, version, column), arrived(drawer)]))
  return openingWith((profile, version, column) => {
    const drawer = known.get(nameOf(profile, version, column))
    if (!drawer) throw new Error(`${column}: its keys of version ${version} were not shared with this thread`)
    return drawer
  })
}
