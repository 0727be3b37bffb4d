import type { AccountId } from '../../kernel/id.ts'
import { type CodeRange, type RegionCode, rangeOf } from '../../kernel/region-code.ts'
import { type View, view } from '../actions/declare.ts'
import { CLOCK } from './clock-account.ts'
import * as contract from './contract.ts'
import { findAccountNames, findPersonal, type LeafPlace, type LeafRow, listHeadRows, listLeafRows } from './journal-queries.ts'
import { leafDetail } from './leaf-detail.ts'
import { verifyChain } from './verify-journal.ts'

/** One look may not hold the server for long: this many leaves are walked in a few seconds, in steps that let others in between. */
const MOST_WALKED = 200_000n

const encodeCursor = ({ recorded_at, seq, bureau_code }: LeafRow): string =>
  Buffer.from(`${recorded_at} ${seq} ${bureau_code}`).toString('base64url')

/** A cursor that is not ours begins at the newest. */
function decodeCursor(cursor: string | undefined): LeafPlace | undefined {
  const match = /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z) (\d{1,18}) (\d{6})$/.exec(Buffer.from(cursor ?? '', 'base64url').toString())
  return match?.[1] && match[2] && match[3] ? { recordedAt: match[1], seq: match[2], bureauCode: match[3] } : undefined
}

const listJournal = view(contract.listJournal, {
  grant: 'journal.read',
  where: ({ place }) => place,
  async run({ tx, actor }, { place, cursor, limit, from, to, actionName, accountId, subjectId }) {
    // Who reads no files learns that something was done, not to whom: not even by an id.
    const readsFiles = actor.grants.has('person.read')
    const asked = {
      range: rangeOf(place),
      from,
      to,
      actionName,
      accountId,
      subjectId: readsFiles ? subjectId : undefined,
      before: decodeCursor(cursor),
      limit,
    }
    const found = await listLeafRows(tx, asked)
    const leaves = found.slice(0, limit)
    const ids = leaves.map((leaf) => leaf.account_id)
    const [accounts, personal] = await Promise.all([findAccountNames(tx, ids), findPersonal(tx, ids)])
    const byOf = (id: AccountId): contract.JournalLeaf['by'] =>
      accounts.has(id) ? 'account' : personal.has(id) ? 'person' : id === CLOCK ? 'clock' : 'outside'
    const rows = leaves.map((leaf) => ({
      bureauCode: leaf.bureau_code,
      seq: String(leaf.seq),
      recordedAt: leaf.recorded_at,
      actionName: leaf.action_name,
      accountId: leaf.account_id,
      by: byOf(leaf.account_id),
      account: accounts.get(leaf.account_id) ?? null,
      unitCode: leaf.unit_code,
      subjectId: readsFiles || leaf.action_name.startsWith('account.') ? leaf.subject_id : null,
      detail: leafDetail(leaf.canon),
    }))
    const last = leaves.at(-1)
    return found.length > limit && last ? { rows, next: encodeCursor(last) } : { rows }
  },
})

const listChains = view(contract.listChains, {
  grant: 'journal.read',
  where: ({ place }) => place,
  async run({ tx }, { place, cursor, limit }) {
    const found = await listHeadRows(tx, { range: rangeOf(place), after: cursor ?? '', limit })
    const heads = found.slice(0, limit)
    const rows = heads.map(({ bureau_code, seq, hash }) => ({ bureauCode: bureau_code, leaves: String(seq), head: hash.toString('hex') }))
    const last = heads.at(-1)
    return found.length > limit && last ? { rows, next: last.bureau_code } : { rows }
  },
})

/** Whoever sees less than a whole bureau would find gaps where there are none. */
const seesAll = (scope: CodeRange, bureauCode: string): boolean => scope.lo <= `${bureauCode}000000` && scope.hi > `${bureauCode}999999-99`

const verify = view(contract.verifyJournalChain, {
  grant: 'journal.read',
  where: ({ bureauCode }) => `${bureauCode}000000` as RegionCode,
  async run({ tx, actor }, { bureauCode }) {
    if (!seesAll(actor.scope, bureauCode)) return undefined
    const verdict = await verifyChain(tx, bureauCode, MOST_WALKED)
    if (verdict.leaves === 0 && !verdict.broken) return undefined
    const { from, leaves, head, broken } = verdict
    return {
      bureauCode,
      from: String(from),
      walked: leaves - Number(from) + 1,
      head,
      ...(broken ? { broken: { seq: String(broken.seq), why: broken.why } } : {}),
    }
  },
})

export const journalViews: readonly View[] = [listJournal, listChains, verify]
