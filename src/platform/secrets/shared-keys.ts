import type { Profile } from './key-tree.ts'
import { type ColumnName, type Drawer, headerOf, type Sealing, sealingWith } from './sealing.ts'

/** The keys of some columns, as they are handed to a thread. */
export interface SharedKeys {
  readonly profile: Profile
  readonly version: number
  readonly drawers: readonly (readonly [ColumnName, Drawer])[]
}

/** What was a buffer arrives in a thread as plain bytes. */
const buffer = (bytes: Uint8Array): Buffer => Buffer.from(bytes)

/** In a thread: seals for the columns whose keys were shared. @throws for any other column */
export function openSharedKeys({ profile, version, drawers }: SharedKeys): Sealing {
  const known = new Map<ColumnName, Drawer>(
    drawers.map(([column, { keys, index, place }]) => [
      column,
      { keys: { cipher: buffer(keys.cipher), mac: buffer(keys.mac) }, index: buffer(index), place: buffer(place) },
    ]),
  )
  const drawerOf = (column: ColumnName): Drawer => {
    const drawer = known.get(column)
    if (!drawer) throw new Error(`${column}: its keys were not shared with this thread`)
    return drawer
  }
  return sealingWith({ profile, header: headerOf(profile, version), drawerOf })
}
