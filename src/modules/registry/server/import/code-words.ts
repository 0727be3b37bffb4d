import { repairText } from '../../../../kernel/chinese-text.ts'
import type { EDUCATIONS, EMPLOYMENTS, LIVINGS } from '../../domain/codes.ts'

type Words<Code extends string> = Readonly<Record<Code, readonly string[]>>

const EDUCATION: Words<(typeof EDUCATIONS)[number]> = {
  none: ['文盲', '半文盲', '文盲半文盲', '未上学', '无'],
  primary: ['小学'],
  juniorMiddle: ['初中', '初级中学'],
  seniorMiddle: ['高中', '普通高中'],
  vocational: ['中专', '中等专科', '中职', '技校', '职高', '中技'],
  college: ['大专', '专科', '大学专科'],
  bachelor: ['本科', '大学', '大学本科', '学士'],
  postgraduate: ['研究生', '硕士', '博士', '硕士研究生', '博士研究生'],
}

const EMPLOYMENT: Words<(typeof EMPLOYMENTS)[number]> = {
  employed: ['在职', '企业就业', '就业', '在岗', '单位就业', '已就业', '务工'],
  selfEmployed: ['自主创业', '个体', '个体经营', '创业'],
  publicService: ['机关事业单位', '公务员', '事业单位', '机关', '行政机关'],
  farming: ['务农', '农民'],
  flexible: ['灵活就业', '打零工', '临时工'],
  unemployed: ['失业', '无业', '待业', '未就业', '下岗'],
  student: ['在读', '在校', '学生', '在校学生', '上学'],
  retired: ['退休', '离退休', '已退休'],
  unableToWork: ['无劳动能力', '丧失劳动能力'],
}

const LIVING: Words<(typeof LIVINGS)[number]> = {
  withFamily: ['与家人同住', '与子女同住', '家人同住', '与家属同住'],
  alone: ['独居', '独自居住', '一人居住'],
  withSpouse: ['与配偶同住', '夫妻同住'],
  careHome: ['养老院', '敬老院', '光荣院', '养老机构', '福利院'],
  hospital: ['住院', '医院', '优抚医院'],
  other: ['其他'],
}

/** The words that people write for the codes of the capture form. What is not here is asked back, never guessed. */
export const CODE_WORDS: Readonly<Record<string, Words<string>>> = {
  sex: { male: ['男', '男性', 'm', 'male'], female: ['女', '女性', 'f', 'female'] },
  politicalStatus: {
    partyMember: ['中共党员', '党员', '共产党员', '中国共产党党员'],
    probationaryPartyMember: ['中共预备党员', '预备党员'],
    youthLeague: ['共青团员', '团员', '共青团'],
    otherParty: ['民主党派', '其他党派'],
    none: ['群众', '无党派', '无党派人士'],
  },
  maritalStatus: {
    single: ['未婚', '单身'],
    married: ['已婚', '初婚', '再婚', '复婚', '有配偶'],
    widowed: ['丧偶', '丧配'],
    divorced: ['离婚', '离异'],
  },
  education: EDUCATION,
  employment: EMPLOYMENT,
  living: LIVING,
  rankGroup: {
    conscript: ['义务兵', '士兵', '战士'],
    nco: ['军士', '士官'],
    officer: ['军官', '干部'],
    civilianCadre: ['文职干部', '文职'],
    other: ['其他'],
  },
  branch: {
    army: ['陆军'],
    navy: ['海军'],
    airForce: ['空军'],
    rocketForce: ['火箭军', '二炮', '第二炮兵'],
    armedPolice: ['武警', '武警部队', '武装警察'],
    supportForce: ['战略支援部队', '联勤保障部队', '联保部队', '信息支援部队', '军事航天部队', '网络空间部队'],
    reserve: ['预备役', '预备役部队'],
    other: ['其他'],
  },
  placementWay: {
    selfEmployment: ['自主就业'],
    arrangedWork: ['安排工作', '政府安排工作', '符合条件安置'],
    retirement: ['退休', '退休安置'],
    provided: ['供养', '国家供养'],
    monthlyPension: ['逐月领取退役金', '逐月领取'],
    transferToCivilWork: ['转业', '计划分配', '自主择业'],
    demobilised: ['复员'],
    returnedHome: ['回乡', '返乡', '复学'],
    other: ['其他'],
  },
  cause: { war: ['因战', '因战致残'], duty: ['因公', '因公致残'], illness: ['因病', '因病致残'] },
}

const CODES = new Map(
  Object.entries(CODE_WORDS).map(([key, words]) => [
    key,
    new Map(Object.entries(words).flatMap(([code, spoken]) => spoken.map((word) => [word, code] as const))),
  ]),
)

const bare = (text: string): string =>
  repairText(text)
    .toLowerCase()
    .replace(/[\s（）()、，,.。/-]/g, '')

/** The code behind a word; undefined where nobody would be sure. */
export const codeOfWord = (key: string, text: string): string | undefined => CODES.get(key)?.get(bare(text))

/** The word by which a field's code is called where people read it; what is no code of the field is itself. */
export const wordOfCode = (key: string, code: string): string => CODE_WORDS[key]?.[code]?.[0] ?? code

/** The words a field takes, one a code, for the sentence about one it does not. */
export const wordsOf = (key: string): string[] => Object.values(CODE_WORDS[key] ?? {}).flatMap((words) => words.slice(0, 1))
