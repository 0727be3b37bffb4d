import type { ToKeep } from '../api/keep-offline.ts'
import { openBox, refresh } from './field-desk.ts'
import { syncNow } from './sync.ts'

/** Puts an action of a form into the open box. False where none is open; throws where the disk did not take it. */
export async function keepItem({ replaces, ...item }: ToKeep): Promise<boolean> {
  const box = openBox()
  if (!box) return false
  await box.save({ ...item, ...(replaces === undefined ? {} : { replaces }) })
  await refresh()
  void syncNow()
  return true
}
