import { words } from '../../matters/words.ts'

/** Grounds on which no card is issued (trial measures of the Ministry of Veterans Affairs, 优待证管理办法（试行）). */
export const GROUNDS = [
  { code: 'dismissed', name: words('被除名或开除军籍', 'Dismissed or expelled from the forces') },
  { code: 'rightsLost', name: words('在被剥夺政治权利期间', 'Political rights lost at present') },
  { code: 'sentence', name: words('正在服刑、羁押或被通缉', 'Serving a sentence, detained or wanted') },
  { code: 'notEligible', name: words('不属于发放对象', 'Not among those entitled') },
] as const
export const KINDS = [
  { code: 'veteran', name: words('退役军人优待证', 'Veteran card') },
  { code: 'beneficiary', name: words('其他优抚对象优待证', 'Card of other beneficiaries') },
] as const
