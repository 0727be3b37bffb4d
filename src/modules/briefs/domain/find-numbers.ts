/** Nouns that are counted: a Chinese numeral before one of them states a quantity. */
const MEASURES =
  '人次|人|名|位|个|次|场|件|家|户|支|处|所|座|项|条|份|期|批|类|级|种|岗|套|封|元|万|亿|倍|成|天|日|周|月|季度|年|岁|公里|平方米|小时|分钟|百分点'

const ARABIC = /[0-9０-９][0-9０-９.,，．]*[%‰％万亿余多]*/g
const CHINESE = new RegExp(`(?<!第)[零〇一二两三四五六七八九十百千半数几]{1,9}[万亿]?[余多来几]?(?:${MEASURES})`, 'g')
const OF_HUNDRED = /百分之[零〇一二三四五六七八九十百点]+|翻[一两二三四]番|[一二三四五六七八九]成(?![立为就效果绩员本长功])/g

/** Words that hold a numeral and state no quantity. */
const HARMLESS = new Set([
  '一级',
  '一个',
  '一批',
  '一项',
  '一名',
  '一年',
  '一位',
  '一条',
  '一类',
  '一种',
  '一次',
  '几年',
  '数年',
  '一日',
  '一天',
  '几个',
  '一人',
  '一件',
  '半年',
])

/** Numbers in a text that nothing stands behind: digits, and Chinese numerals that count something. */
export function findNumbers(text: string): string[] {
  const found = [...text.matchAll(ARABIC), ...text.matchAll(CHINESE), ...text.matchAll(OF_HUNDRED)]
  return found
    .toSorted((one, other) => one.index - other.index)
    .map(([words]) => words)
    .filter((words) => !HARMLESS.has(words))
}
