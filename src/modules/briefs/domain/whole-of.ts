/** What a place calls all of itself: 全省, 全市, 全区, 全县, 全街道, 全镇; by the end of its name. */
export function wholeOf(name: string): string {
  if (name.endsWith('街道') || name.endsWith('社区')) return `全${name.slice(-2)}`
  const last = name.at(-1) ?? ''
  return '省市区县州盟旗镇乡村'.includes(last) ? `全${last}` : '全域'
}

/** The office that signs for a place (三定: 厅 of a province, 局 of what lies below and of the four municipalities). */
export function officeOf(name: string, tier: string): string {
  if (tier === 'nation') return '退役军人事务部'
  if (tier === 'township' || tier === 'village') return `${name}退役军人服务站`
  return `${name}退役军人事务${tier === 'province' && !name.endsWith('市') ? '厅' : '局'}`
}
