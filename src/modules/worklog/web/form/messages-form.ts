/** The form of a record. */
export const formWords = {
  'work.untilHint': ['从哪一天起不再算；还在的不填', 'The first day on which it no longer counts; empty while it stands'],
  'work.unitHint': ['算在哪个单位名下', 'The unit for which it counts'],
  'work.organisationName': ['单位或企业全称', 'Full name of the organisation'],
  'work.people': ['涉及的人', 'Persons concerned'],
  'work.peopleHint': [
    '按姓名、拼音、电话尾号或证件尾号找本辖区的人',
    'By name, pinyin, or the last digits of phone or id, within your range',
  ],
  'work.nobodyFound': ['本辖区没有找到“{{sought}}”', 'Nobody is found by “{{sought}}” within your range'],
  'work.remove': ['移去{{name}}', 'Take {{name}} off'],
  'work.save': ['登记', 'Record'],
  'work.promise': ['登记后各级数字马上更新', 'Figures at every level move at once'],
  'work.pickKind': ['登记什么', 'Record what'],
  'work.pickHint': ['打几个字或拼音首字母，如 zph', 'Type some characters or first letters of the pinyin, such as zph'],
  'work.noKind': ['没有叫“{{typed}}”的种类', 'There is no kind called “{{typed}}”'],
  'work.changeKind': ['换种类', 'Another kind'],
  'work.found': ['找到 {{count}} 种，回车选第一种', '{{count}} kinds; Enter takes the first'],
  'work.yuanHint': ['元，可写 1.5万', 'yuan; 1.5万 may be written'],
  'work.numberHint': ['单位：{{unit}}', 'in {{unit}}'],
  'work.kinds.grewIntoWhy': [
    '在“{{name}}”里办的自动计数；这里只补记流程之外做过的，不要两边都记',
    'What is done in “{{name}}” is counted there; here stands only what was done without it. Never enter both',
  ],
} as const satisfies Record<string, readonly [string, string]>
