import { expect, test } from 'vitest'
import { askedOfYou } from './asked-of-you.ts'
import type { MyHome } from './read-my-home.ts'

const line = (given: Partial<MyHome['open'][number]>): MyHome['open'][number] => ({
  id: '1',
  typeCode: 'preferenceCard',
  typeName: { zh: '优待证申领', en: 'Card' },
  stateName: { zh: '已提交', en: 'Submitted' },
  holderName: '鱼嘴镇退役军人服务站',
  holder: 'township',
  isYourTurn: false,
  openedOn: '2026-06-10' as MyHome['open'][number]['openedOn'],
  due: null,
  outcome: null,
  canRate: false,
  papersWanting: 0,
  ...given,
})

const due = { year: 2026, state: 'due', matterId: null } as const

test('papers that are wanting are asked for while an office has the matter, and lead to it', () => {
  const asked = askedOfYou({ open: [line({ id: '7', papersWanting: 2 })], confirmation: null }, [])

  expect(asked).toMatchObject([{ kind: 'papers', to: '/me/matters/7', matter: { papersWanting: 2 } }])
})

test('a matter that is the person’s turn and wants papers as well is asked once', () => {
  const asked = askedOfYou({ open: [line({ isYourTurn: true, papersWanting: 1 })], confirmation: null }, [])

  expect(asked.map(({ kind }) => kind)).toEqual(['turn'])
})

test('a confirmation that is due is asked where it is begun; one under way is not', () => {
  const asked = askedOfYou({ open: [], confirmation: due }, [])

  expect(asked).toEqual([{ kind: 'confirmation', to: '/me/kinds/annualConfirmation', year: 2026 }])
  expect(askedOfYou({ open: [], confirmation: { ...due, state: 'underway', matterId: '7' } }, [])).toEqual([])
})

test('of a matter that an office has and that has all its papers nothing is asked', () => {
  expect(askedOfYou({ open: [line({})], confirmation: null }, [])).toEqual([])
})

test('what placement asks comes first and leads to its page', () => {
  const calls = [
    { kind: 'pick', roundId: 'r1', title: '渝北区 2026 年春季选岗', position: 4, isTurn: false },
    { kind: 'score', year: 2026 },
  ] as const

  const asked = askedOfYou({ open: [line({ isYourTurn: true })], confirmation: null }, calls)

  expect(asked.map(({ kind, to }) => [kind, to])).toEqual([
    ['pick', '/me/rounds'],
    ['score', '/me/placement'],
    ['turn', '/me/matters/1'],
  ])
})
