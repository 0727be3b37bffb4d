import type { Tier } from '../../../kernel/region-code.ts'

/** How the people of a region call its tiers, in Chinese. A tier that a region does not have is left out. */
export type TierWords = Readonly<Partial<Record<Tier, string>>>

const PROVINCE: TierWords = { nation: '全国', province: '省', city: '市州', county: '县市区', township: '乡镇街道', village: '村社区' }
const AUTONOMOUS_REGION: TierWords = { ...PROVINCE, province: '自治区' }
const MUNICIPALITY: TierWords = { nation: '全国', province: '市', county: '区', township: '街镇', village: '村社区' }

const LOCAL: Readonly<Record<string, TierWords>> = {
  '11': { ...MUNICIPALITY, township: '街乡镇' },
  '12': MUNICIPALITY,
  '15': { ...AUTONOMOUS_REGION, city: '盟市', county: '旗县区', township: '苏木乡镇街道', village: '嘎查村社区' },
  '31': { ...MUNICIPALITY, village: '居村' },
  '44': { ...PROVINCE, city: '地市', county: '县区', township: '镇街', village: '村居' },
  '45': { ...AUTONOMOUS_REGION, city: '市' },
  '50': { ...MUNICIPALITY, county: '区县', township: '镇街' },
  '54': { ...AUTONOMOUS_REGION, city: '地市', county: '县区', village: '村居' },
  '64': { ...AUTONOMOUS_REGION, city: '市' },
  '65': { ...AUTONOMOUS_REGION, city: '地州市' },
}

/** The words for the tiers of the region in which a place lies: 重庆 says 市, 区县, 镇街, 村社区. */
export const tierWords = (code: string): TierWords => LOCAL[code.slice(0, 2)] ?? PROVINCE
