import fc from 'fast-check'
import { expect, test } from 'vitest'
import { maskAddress, maskBankCard, maskCitizenId, maskName, maskPhone } from './mask.ts'

test.each([
  ['周建国', '周*国'],
  ['张三', '张*'],
  ['欧阳锋', '欧阳*'],
  ['欧阳娜娜', '欧阳*娜'],
  ['司马', '司*'],
  ['张王小明', '张**明'],
  ['𠮷野家', '𠮷*家'],
  ['陈𬸚', '陈*'],
  ['买买提·吐尔逊', '买*·*'],
  ['买买提•吐尔逊', '买*·*'],
  ['John Smith', 'J*'],
  ['张', '*'],
  [' 周建国 ', '周*国'],
  ['', ''],
])('the name %s is shown as %s', (name, shown) => {
  expect(maskName(name)).toBe(shown)
})

test('a masked name never holds the whole name, nor two characters of a given name', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...'周建国欧阳娜𠮷张'), { minLength: 1, maxLength: 6 }), (characters) => {
      const shown = [...maskName(characters.join(''))]

      expect(shown).toContain('*')
      expect(shown.filter((character) => character !== '*').length).toBeLessThanOrEqual(3)
    }),
  )
})

test('an identity number keeps its county and its last four characters', () => {
  expect(maskCitizenId('990112196208010017')).toBe('990112********0017')
  expect(maskCitizenId('11010519491231002X')).toBe('110105********002X')
  expect(maskCitizenId('110105')).toBe('******')
})

test('a telephone keeps its first three and last four digits', () => {
  expect(maskPhone('10012344821')).toBe('100****4821')
  expect(maskPhone('023-67812345')).toBe('023-****45')
  expect(maskPhone('023-67812345-801')).toBe('023-****45')
  expect(maskPhone('12345')).toBe('*****')
})

test('a bank card keeps its last four digits', () => {
  expect(maskBankCard('6222021234567896630')).toBe('**** **** **** 6630')
  expect(maskBankCard('6630')).toBe('**** **** **** ****')
})

test.each([
  ['凤鸣路 18 号 3 单元 502', '凤鸣路 18 号 3 单元 ****'],
  ['凤鸣路18号3栋2单元5-2', '凤鸣路18号3栋2单元 ****'],
  ['凤鸣路18号5楼', '凤鸣路18号 ****'],
  ['阳光花园3栋5楼2号', '阳光花园3栋 ****'],
  ['朝阳路甲5号院12号楼301室', '朝阳路甲5号院12号楼 ****'],
  ['凤鸣路18号', '凤鸣路 ****'],
  ['双凤村3组12号', '双凤村3组 ****'],
  ['双凤村3组', '双凤村 ****'],
  ['凤鸣路社区', '凤鸣路社区 ****'],
  ['不详', '****'],
  ['', ''],
])('the address %s is shown as %s', (address, shown) => {
  expect(maskAddress(address)).toBe(shown)
})

test('whatever lies behind the stairway is hidden', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 999 }), fc.integer({ min: 1000, max: 9999 }), (house, flat) => {
      expect(maskAddress(`凤鸣路${house}号3单元${flat}室`)).toBe(`凤鸣路${house}号3单元 ****`)
    }),
  )
})
