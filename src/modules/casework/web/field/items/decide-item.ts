import { downloadFile } from '../../../../../ui/api/download-file.ts'
import type { Why } from '../../../../../ui/outbox/content.ts'
import { exitKey, field, openBox, refresh } from '../../../../../ui/outbox/field-desk.ts'
import type { BoxItem } from '../../../../../ui/outbox/outbox.ts'
import { todayInChina } from '../../../../../ui/outbox/right-now.ts'
import { syncNow } from '../../../../../ui/outbox/sync.ts'
import { writeFile } from '../../../../../ui/outbox/write-file.ts'
import { contestItem } from '../../../contract.ts'

/** Answers after which nobody knows whether it was done: such an item is only ever sent again under its own id. */
const UNDECIDED = new Set(['fault', 'silent', 'still-running', 'bad-request', 'unreadable'])

export const isUndecided = ({ code }: Why): boolean => UNDECIDED.has(code)

/** Certainly not done, and still there to be read: a person at the server may decide. */
export const canBeContested = ({ content, why }: BoxItem): boolean =>
  content !== undefined && content.action !== contestItem.name && why !== undefined && !isUndecided(why)

export async function sendAgain({ id }: BoxItem): Promise<void> {
  await openBox()?.mark(id, 'again')
  await refresh()
  void syncNow()
}

/** Writes items into a file that only the server opens, for the township to bring in; they go on waiting. */
export async function exportItems(items: readonly BoxItem[]): Promise<boolean> {
  const [box, exit] = [openBox(), exitKey()]
  if (!box || !exit) return false
  const readable = items.filter(({ content }) => content !== undefined)
  const text = await writeFile(box, readable, exit)
  downloadFile(`离线记录-${todayInChina()}-${readable.length}条.guidui`, new Blob([text], { type: 'application/octet-stream' }))
  for (const { id } of readable) await box.mark(id, 'exported')
  await refresh()
  return true
}

/** Hands the item over as a claim: an item of its own, in the place of this one. Both are written together. */
export async function handOver(item: BoxItem): Promise<void> {
  const { content, why, id, capturedAt } = item
  const unitCode = field.get().pack?.account.unitCode
  if (!content || !why || unitCode === undefined) return
  const personId = content.subjects.find((subject) => /^[0-9a-f-]{36}$/i.test(subject))
  const body = {
    itemId: id,
    action: content.action,
    body: content.body,
    code: why.code,
    capturedAt,
    unitCode,
    ...(personId ? { personId } : {}),
  }
  await openBox()?.save({ action: contestItem.name, body, subjects: content.subjects, label: content.label, replaces: id })
  await refresh()
  void syncNow()
}
