import type { PersonState } from '../src/modules/registry/index.ts'
import { type Dice, weighted } from './dice.ts'
import type { Place } from './places.ts'

const POLITICAL = weighted<NonNullable<PersonState['politicalStatus']>>([
  ['partyMember', 44],
  ['none', 50],
  ['youthLeague', 5],
  ['otherParty', 1],
])
const EDUCATION = {
  old: weighted<NonNullable<PersonState['education']>>([
    ['none', 8],
    ['primary', 40],
    ['juniorMiddle', 34],
    ['seniorMiddle', 14],
    ['college', 4],
  ]),
  young: weighted<NonNullable<PersonState['education']>>([
    ['juniorMiddle', 22],
    ['seniorMiddle', 26],
    ['vocational', 18],
    ['college', 22],
    ['bachelor', 11],
    ['postgraduate', 1],
  ]),
}
const WORK = weighted<NonNullable<PersonState['employment']>>([
  ['employed', 46],
  ['selfEmployed', 14],
  ['flexible', 16],
  ['farming', 10],
  ['publicService', 8],
  ['unemployed', 6],
])

/** A road of the place and a house; in the countryside a group and a number. */
function addressOf(dice: Dice, { shortName }: Place): string {
  const stem = shortName.replace(/(社区|街道|镇|乡|村|居委会|村委会)+$/, '') || shortName
  if (/村$/.test(shortName)) return `${shortName} ${dice.between(1, 12)} 组 ${dice.between(1, 90)} 号`
  const road = /(路|街|大道)$/.test(stem) ? stem : `${stem}${dice.pick(['路', '街', '大道', '一路', '正街'])}`
  return `${road} ${dice.between(1, 120)} 号 ${dice.between(1, 4)} 单元 ${dice.between(1, 18)}-${dice.between(1, 6)}`
}

/** 19 digits that begin with 99 and end with their Luhn digit: no bank's. The first six stand for the bank: one of four. */
function bankCard(dice: Dice): string {
  const drawn = Array.from({ length: 16 }, () => dice.below(10))
  const digits = `99000${1 + ((drawn[0] ?? 0) % 4)}${drawn.slice(4).join('')}`
  const sum = [...digits].toReversed().reduce((total, digit, at) => total + luhn(Number(digit), at % 2 === 0), 0)
  return digits + ((10 - (sum % 10)) % 10)
}

const luhn = (digit: number, isDoubled: boolean): number => (isDoubled ? (digit * 2 > 9 ? digit * 2 - 9 : digit * 2) : digit)

type Living = Pick<
  PersonState,
  'address' | 'bankCard' | 'residenceRegion' | 'politicalStatus' | 'maritalStatus' | 'education' | 'employment' | 'living'
>

/** How somebody lives; of a thin file about half is not known. */
export function livingOf(dice: Dice, { place, age, isThin }: { place: Place; age: number; isThin: boolean }): Living {
  const known = <T>(value: T, chance = 0.97): T | null => (dice.isLucky(isThin ? 0.5 : chance) ? value : null)
  const alone = age > 70 && dice.isLucky(0.22)
  const married = age < 26 ? 'single' : alone || (age > 78 && dice.isLucky(0.4)) ? 'widowed' : dice.isLucky(0.09) ? 'divorced' : 'married'
  return {
    address: known(addressOf(dice, place), 0.99),
    bankCard: known(bankCard(dice), 0.8),
    residenceRegion: known(place.code, 0.95),
    politicalStatus: known(POLITICAL(dice)),
    maritalStatus: known(married),
    education: known((age > 58 ? EDUCATION.old : EDUCATION.young)(dice)),
    employment: known(age >= 60 ? (dice.isLucky(0.25) ? 'farming' : 'retired') : WORK(dice)),
    living: known(alone ? 'alone' : age > 60 && dice.isLucky(0.5) ? 'withSpouse' : 'withFamily'),
  }
}
