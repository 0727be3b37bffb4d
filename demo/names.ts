import { type Dice, weighted } from './dice.ts'

/** The commonest surnames with their share in per mille of the people (名字报告 of the ministry of public security), and some of Chongqing. */
const SURNAMES = weighted<string>([
  ...spread('王72李70张67刘53陈45杨30黄22赵20吴19周19', /(.)(\d+)/gu),
  ...spread('徐14孙13马12朱12胡11郭11何11高9林9罗9', /(.)(\d+)/gu),
  ...spread('郑8梁8谢7宋7唐7许6韩6邓6冯6曹5彭5曾5肖5田5', /(.)(\d+)/gu),
  ...spread('董5袁5潘5于5蒋5蔡4余4杜4叶4程4苏4魏4吕4丁4任4沈4姚4卢4姜4崔4钟4谭4陆4汪4', /(.)(\d+)/gu),
  ...spread('范3金3石3廖3贾3夏3韦3付3方3白3邹3孟3熊3秦3邱3江3尹3薛3闫3段3雷3侯3龙3史3陶3黎3贺3顾3毛3郝3龚3邵3万3', /(.)(\d+)/gu),
  ...spread('冉3向3蒲2覃2秦2牟2代2敖1但1瞿1犹1幸1庹1郎1阳2文2先1谯1晏1阎1单1仇1解1查1乐1', /(.)(\d+)/gu),
  ['欧阳', 2],
  ['上官', 0.6],
  ['司马', 0.5],
  ['诸葛', 0.3],
  ['皇甫', 0.3],
  ['尉迟', 0.3],
  ['令狐', 0.4],
  ['夏侯', 0.2],
])

function spread(text: string, pattern: RegExp): [string, number][] {
  return [...text.matchAll(pattern)].map(([, surname = '', weight = '1']) => [surname, Number(weight)])
}

/** Given names by the generation in which they were given: [born before, of men, of women]. */
const GIVEN: readonly (readonly [number, string, string])[] = [
  [1950, '国华德明清云文福贵忠义荣发光成全银金树海山林田有元天长', '秀英兰珍芳淑贞玉桂凤琼素碧菊莲珠云华梅'],
  [1970, '建国军明华平强志勇文兵胜利永红卫东援朝跃进德福贵忠民生荣成云光林安', '秀英兰珍芳淑琼玉华梅红霞丽萍莉群碧蓉素芬燕'],
  [1985, '伟勇军强斌磊涛刚波超辉鹏杰俊峰毅龙飞凯明建国海洋志华彬兵', '丽敏静燕艳娟霞萍芳莉玲红梅雪琴英蓉倩娜'],
  [2100, '浩宇轩杰俊鑫鹏飞博文涛凯旭阳子豪天翔宏毅诚睿航嘉明晨晟', '婷雪欣怡佳慧颖琪梦瑶雨晴思琳茜悦静敏晓莹'],
]

/** Names of minorities, whose parts stand around a dot, and given names with characters that few fonts and many programs lack. */
const DOTTED = ['买买提·吐尔逊', '阿不都热西提·依明', '古丽娜尔·艾合买提', '扎西·多吉', '阿依古丽·买买提', '吉克·阿木', '洛桑·次仁']
const RARE = ['𠮷', '㛃', '犇', '喆', '𬭎', '龑', '頔', '垚', '淼', '堃', '翀', '赟', '燊', '𫖯']

/** A name such as people of that year and sex bear. */
export function nameFor(dice: Dice, { year, sex }: { year: number; sex: 'male' | 'female' }): string {
  if (dice.isLucky(0.002)) return dice.pick(DOTTED)
  const surname = SURNAMES(dice)
  const [, men, women] = GIVEN.find(([before]) => year < before) ?? (['', '明', '华'] as const)
  const signs = [...(sex === 'male' ? men : women)]
  const first = dice.pick(signs)
  if (dice.isLucky(0.004)) return `${surname}${dice.pick(RARE)}`
  if (dice.isLucky(year < 1985 ? 0.16 : 0.24)) return surname + first
  const second = dice.pick(signs)
  return surname + first + (second === first && dice.isLucky(0.8) ? dice.pick(signs) : second)
}
