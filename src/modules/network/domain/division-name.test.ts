import { expect, test } from 'vitest'
import { properName, shortName, spokenName } from './division-name.ts'

test.each([
  ['酉阳土家族苗族自治县', '酉阳'],
  ['双凤桥街道', '双凤桥'],
  ['重庆市', '重庆'],
  ['新疆维吾尔自治区', '新疆'],
  ['凤鸣路社区居民委员会', '凤鸣路社区'],
  ['兴旺村村民委员会', '兴旺村'],
  ['平房村委会', '平房村'],
  ['新区社区居委会', '新区社区'],
])('%s is called %s for short', (name, short) => {
  expect(shortName(name)).toBe(short)
})

test.each(['忠县', '渝中', '开发区管委会'])('%s stays as it is: one character alone names nothing', (name) => {
  expect(shortName(name)).toBe(name)
})

test.each([
  ['凤鸣路社区居民委员会', '凤鸣路'],
  ['兴旺村村民委员会', '兴旺'],
  ['仙桃街道', '仙桃'],
])('what tells %s from its neighbours is %s', (name, proper) => {
  expect(properName(name)).toBe(proper)
})

test('a committee without a name of its own keeps its whole name', () => {
  expect(spokenName('村委会')).toBe('村委会')
  expect(spokenName('居委会')).toBe('居委会')
})
