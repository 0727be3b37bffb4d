import { uuidv7 } from 'uuidv7'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { assist, fund, gift, money, OFFICE, recorded } from '../../../../../test/assist-world.ts'
import { openFundsWorld } from '../../../../../test/funds-world.ts'
import { divisions, value } from '../../../../../test/world.ts'
import { runAction } from '../../../../platform/actions/run-action.ts'
import { actions as ledgerActions } from '../../../ledger/index.ts'
import type { Donation } from '../../contract.ts'

const { database, on, see, follow, codeOf, grant } = await openFundsWorld()
afterAll(database.close)
beforeAll(() => divisions(database))

type Who = (typeof money)[keyof typeof money]

/** An action of the books themselves. */
const ask = async (name: string, actor: Who, input: object, actionId = uuidv7()) => {
  const found = ledgerActions.find(({ contract }) => contract.name === name)
  if (!found) throw new Error(`no action ${name}`)
  return await runAction(on, found, { actor, actionId, input })
}

describe('a gift that was a mistake', () => {
  const takeBack = (donationId: string, who: Who = money.approver) =>
    assist(on, who, { name: 'donation.takeBack', input: { donationId, reason: '金额多记了一个零' } })
  const inTheBooks = async (fundId: string) => {
    const { rows } = await database.ownerPool.query<{ fen: string }>('select balance_fen::text as fen from ledger.accounts where id = $1', [
      fundId,
    ])
    return rows[0]?.fen
  }
  const told = async (kind: string) => {
    const { rows } = await database.ownerPool.query<{ sum: string }>(
      'select coalesce(sum(quantity), 0)::text as sum from spine.facts where kind = $1',
      [kind],
    )
    return Number(rows[0]?.sum)
  }

  test('is taken back with its money by who did not record it: books, sums, figures and who follows it say so', async () => {
    const fundId = await fund(on)
    await gift(on, fundId, { amountFen: '10000' })
    const before = await told('gift.fen')
    const { id, receiptNumber } = await gift(on, fundId, { amountFen: '700000' })
    const own = { ...money.officer, grants: new Set([...money.officer.grants, 'ledger.approve' as const]) }
    expect(await takeBack(id, own)).toMatchObject({ refusal: { code: 'own-record' } })
    expect(await takeBack(id, money.neighbourApprover)).toMatchObject({ problem: { code: 'not-found' } })

    const answers = await Promise.all([takeBack(id), takeBack(id)])

    expect(answers.map(({ kind }) => kind).toSorted()).toEqual(['refusal', 'value'])
    const seen = await see(fundId)
    expect(seen.sums).toMatchObject({ receivedFen: '10000', freeFen: '10000', waitingFen: '0' })
    expect(seen.donations[0]).toMatchObject({ id, takenBackOn: '2026-06-10', can: { confirm: false, takeBack: false } })
    expect(await inTheBooks(fundId)).toBe('10000')
    expect(await told('gift.fen')).toBe(before)
    expect((await follow(receiptNumber, await codeOf(id))).body()).toMatchObject({ takenBackOn: '2026-06-10', leftFen: '0', parts: [] })
  })

  test('is put aside before it is confirmed, and is not confirmed any more', async () => {
    const fundId = await fund(on)
    const { id: donationId } = value<Donation>(await recorded(on, fundId))
    value(await takeBack(donationId))

    expect(await assist(on, money.approver, { name: 'donation.confirm', input: { donationId } })).toMatchObject({
      refusal: { code: 'taken-back' },
    })
    expect((await see(fundId)).sums).toMatchObject({ waitingFen: '0', receivedFen: '0' })
    expect(await inTheBooks(fundId)).toBe('0')
  })

  test('is not taken back once something was drawn from it, and is once that was given back', async () => {
    const fundId = await fund(on)
    const { id } = await gift(on, fundId, { amountFen: '30000' })
    const grantId = await grant(fundId, '20000')
    expect(await takeBack(id)).toMatchObject({ refusal: { code: 'already-used' } })

    value(await assist(on, money.approver, { name: 'grant.cancel', input: { grantId, reason: '本人撤回申请' } }))

    value(await takeBack(id))
    expect(await inTheBooks(fundId)).toBe('0')
  })

  test('is not taken back behind the fund in the books: what is given to a fund moves by gifts and grants alone', async () => {
    const fundId = await fund(on)
    const { id: postingId } = await gift(on, fundId, { amountFen: '30000' })
    const other = uuidv7()
    const propose = (move: object) => ask('fund.propose', money.officer, { place: OFFICE, move, purpose: null, memo: '记错冲回' })
    value(await ask('fund.open', money.officer, { place: OFFICE, parentId: null, fundKind: 'care', name: '自管户', purpose: null }, other))

    expect(await propose({ kind: 'reversal', postingId })).toMatchObject({ refusal: { code: 'kept-elsewhere' } })
    expect(await propose({ kind: 'shift', from: fundId, to: other, amountFen: '10000' })).toMatchObject({
      refusal: { code: 'kept-elsewhere' },
    })
    expect(await propose({ kind: 'income', to: fundId, amountFen: '10000' })).toMatchObject({ refusal: { code: 'kept-elsewhere' } })
    value(await propose({ kind: 'income', to: other, amountFen: '10000' }))
  })
})
