/** Compound surnames still borne, in their usual characters. */
const COMPOUND_SURNAMES = new Set(
  (
    '欧阳 司马 上官 诸葛 东方 皇甫 尉迟 公孙 慕容 令狐 宇文 司徒 轩辕 长孙 端木 夏侯 南宫 西门 独孤 呼延 赫连 澹台 淳于 单于 太史 申屠 ' +
    '公冶 宗政 濮阳 仲孙 钟离 鲜于 闾丘 拓跋 万俟 司空 司寇 公羊 公西 第五 百里 东郭 南门 左丘 梁丘 谷梁 段干 漆雕 乐正 壤驷 巫马 闻人 ' +
    '纳兰 完颜 叶赫 那拉 爱新 歐陽 司馬 諸葛 東方 長孫 獨孤 鍾離'
  ).split(' '),
)

const MIDDLE_DOT = /[·•・‧∙⋅．･]/u

/** How many characters of a Chinese name are its surname; a two-character name is one and one, whatever it spells. */
export function surnameLength(name: string): number {
  const characters = [...name]
  return characters.length > 2 && COMPOUND_SURNAMES.has(characters.slice(0, 2).join('')) ? 2 : 1
}

/**
 * A name as staff see it by default: `张*`, `周*国`, `欧阳*`, `欧阳*娜`.
 *
 * The surname stands; of the given name only the last character, and only where it has more than one. A name in
 * several parts (`买买提·吐尔逊`, `John Smith`) keeps the first sign of its first part: its parts are words, and two
 * words kept would name the person. At least one character is always hidden; the number of stars never tells more
 * than the length of a Chinese name.
 */
export function maskName(name: string): string {
  const text = name.trim().normalize('NFC')
  const characters = [...text]
  const first = characters[0]
  if (first === undefined) return ''
  if (MIDDLE_DOT.test(text)) return `${first}*·*`
  if (!/^\p{Script=Han}+$/u.test(text)) return `${first}*`
  const surname = surnameLength(text)
  const given = characters.slice(surname)
  if (given.length === 0) return '*'
  if (given.length === 1) return `${characters.slice(0, surname).join('')}*`
  return characters.slice(0, surname).join('') + '*'.repeat(given.length - 1) + given.at(-1)
}

/** `990112********0017`. A text too short to hide eight characters is hidden whole. */
export const maskCitizenId = (value: string): string =>
  value.length < 18 ? '*'.repeat(value.length) : `${value.slice(0, 6)}********${value.slice(-4)}`

/** `100****4821`; of a landline the area code and the last two digits: `023-****45`. */
export function maskPhone(value: string): string {
  const landline = /^(0\d{2,3})-\d{5,6}(\d{2})(?:-\d+)?$/.exec(value)
  if (landline) return `${landline[1]}-****${landline[2]}`
  return value.length < 10 ? '*'.repeat(value.length) : `${value.slice(0, 3)}****${value.slice(-4)}`
}

/** `**** **** **** 6630`: the same width for every bank. */
export const maskBankCard = (value: string): string => `**** **** **** ${value.length < 12 ? '****' : value.slice(-4)}`

const COUNT = '[\\d０-９一二三四五六七八九十百零〇甲乙丙丁A-Za-z]+(?:[-－之][\\d０-９]+)?\\s*'
const HOUSE = new RegExp(`^(.*?${COUNT}(?:号楼|号院|号|弄|栋|幢|座|组|社|队))((?:\\s*${COUNT}(?:号楼|栋|幢|座|单元|门))*)(.*)$`, 'su')
/** The last name of a place: a settlement, or a road. */
const SETTLEMENT = /^(.*(?:社区|小区|街道|大道|[省市区县旗镇乡村街路巷道]))/su

/**
 * An address without what lies behind the front door: `凤鸣路 18 号 3 单元 ****`. Street, house number, building and
 * stairway stand; floor and flat do not. Where nothing lies behind (a house of its own, `双凤村 3 组`), the number
 * itself is what finds the family, so it is the number that is hidden.
 */
export function maskAddress(address: string): string {
  const text = address.trim().slice(0, 200)
  if (text === '') return ''
  const [, house = '', stairs = '', flat = ''] = HOUSE.exec(text) ?? []
  if (flat.trim() !== '') return `${(house + stairs).trim()} ****`
  const settlement = SETTLEMENT.exec(text)?.[1]
  return settlement === undefined ? '****' : `${settlement.trim()} ****`
}
