import { expect, test } from 'vitest'
import { seal, unseal } from './sealed.ts'

const OWN = '01977777-1c2d-7abc-8def-0123456789ab'
const NEXT = '01977777-1c2d-7abc-8def-0123456789ac'
const draft = { counselling: { answers: { what: '睡不好，想找人说说' } } }

test('what was sealed is opened by the same person', async () => {
  const sealed = (await seal(OWN, draft)) ?? ''

  expect(sealed).not.toBe('')
  expect(await unseal(OWN, sealed)).toEqual(draft)
})

test('the next one on the same phone opens nothing', async () => {
  expect(await unseal(NEXT, (await seal(OWN, draft)) ?? '')).toBeUndefined()
})

test('nothing of it can be read where it lies, and the same words never look alike', async () => {
  const [once, again] = [(await seal(OWN, draft)) ?? '', (await seal(OWN, draft)) ?? '']

  expect(Buffer.from(once, 'base64').toString('utf8')).not.toContain('counselling')
  expect(once).not.toBe(again)
})

test.each(['', 'not base64 ***', 'AAAA'])('%j opens nothing', async (sealed) => {
  expect(await unseal(OWN, sealed)).toBeUndefined()
})

test('a changed byte opens nothing', async () => {
  const bytes = Buffer.from((await seal(OWN, draft)) ?? '', 'base64')
  bytes[20] = (bytes[20] ?? 0) ^ 1

  expect(await unseal(OWN, bytes.toString('base64'))).toBeUndefined()
})
