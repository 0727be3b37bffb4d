import { expect, test } from 'vitest'
import { type ClaimDraft, readClaim } from './read-claim.ts'

const WHOLE: ClaimDraft = {
  personId: '01a22e92-bf09-702e-894c-3006794c527e',
  uscc: '91500112MADEM00203',
  payeeName: '渝北示范物业有限公司',
  account: '6222 0200 1234 5678',
  bank: '中国银行渝北支行',
  beganOn: '2026-10-01',
  rent: '',
}
const HIRING = { isRent: false, hasRate: true }

test('an account as it stands on a card is taken without its gaps', () => {
  expect(readClaim(WHOLE, HIRING)).toMatchObject({ wanting: [], wrong: { account: false }, account: '6222020012345678', paidFen: null })
  expect(readClaim({ ...WHOLE, account: '６２２２０２００-１２３４' }, HIRING).account).toBe('622202001234')
})

test('what is wanting is named, and a code that is whole and wrong is wrong', () => {
  const read = readClaim({ ...WHOLE, uscc: '91500112MADEM00204', bank: ' ' }, { isRent: true, hasRate: true })

  expect(read.wanting).toEqual(['uscc', 'bank', 'rent'])
  expect(read.wrong).toEqual({ uscc: true, account: false })
})

test('a code or an account that is still being typed is not called wrong', () => {
  expect(readClaim({ ...WHOLE, uscc: '9150', account: '62' }, HIRING)).toMatchObject({
    wanting: ['uscc', 'account'],
    wrong: { uscc: false, account: false },
  })
  expect(readClaim({ ...WHOLE, account: '6222O200' }, HIRING).wrong.account).toBe(true)
})
