import { language, type Words } from '../../../ui/text/language.ts'

const word = (zh: string, en: string): Words => ({ 'zh-CN': zh, en })

const kinds = new Map<string, Words>([
  ['visit.done', word('走访', 'visit')],
  ['delivery.made', word('六送', 'delivery')],
  ['visit.goodsFen', word('慰问物资', 'goods and gifts')],
  ['contact.due', word('应联系', 'contact due')],
  ['person.registered', word('在册', 'on file')],
  ['person.captured', word('建档', 'captured')],
  ['identity.held', word('优抚身份', 'entitled identity')],
  ['file.complete', word('档案齐全', 'complete file')],
  ['duplicate.suspected', word('疑似重复', 'suspected duplicate')],
  ['unit.open', word('机构开放', 'unit open')],
  ['place.exists', word('区划', 'place')],
  ['place.covered', word('已建机构', 'place with a unit')],
  ['matter.opened', word('受理事项', 'matter begun')],
  ['matter.closed', word('办结事项', 'matter ended')],
  ['matter.open', word('在办事项', 'matter open')],
  ['matter.escalated', word('逾期督办', 'deadline ran out')],
  ['matter.trips', word('本人跑腿', 'trips')],
  ['matter.days', word('办理天数', 'days under way')],
  ['matter.settledHere', word('就地办结', 'settled where begun')],
  ['matter.clock', word('办理期限', 'deadline')],
  ['matter.rated', word('本人评价', 'rating')],
  ['staff.post', word('人员在岗', 'staff post')],
])

/** The words of the dimensions that facts bear, whatever the dimension. */
const dimensions = new Map<string, Words>([
  ['home', word('上门', 'at home')],
  ['phone', word('电话', 'by phone')],
  ['video', word('视频', 'by video')],
  ['station', word('服务站', 'station')],
  ['centre', word('服务中心', 'centre')],
  ['postHouse', word('老兵驿站', 'post house')],
  ['veteransHome', word('退役军人之家', 'veterans home')],
  ['province', word('省级', 'province')],
  ['city', word('市级', 'city')],
  ['county', word('县级', 'county')],
  ['township', word('乡级', 'township')],
  ['village', word('村级', 'village')],
  ['fullTime', word('专职', 'full-time')],
  ['partTime', word('兼职', 'part-time')],
  ['publicWelfare', word('公益岗', 'public welfare post')],
  ['male', word('男', 'male')],
  ['female', word('女', 'female')],
  ['policy', word('送政策', 'policy')],
  ['skill', word('送技能', 'skills')],
  ['job', word('送岗位', 'jobs')],
  ['help', word('送帮扶', 'help')],
  ['safeguard', word('送保障', 'safeguards')],
  ['honour', word('送尊崇', 'honour')],
  ['armyDay', word('八一', 'Army Day')],
  ['springFestival', word('春节', 'Spring Festival')],
  ['routine', word('日常', 'routine')],
  ['illness', word('生病', 'illness')],
  ['hardship', word('困难', 'hardship')],
  ['merit', word('立功', 'merit')],
  ['death', word('去世', 'death')],
  ['firstVisit', word('首访', 'first visit')],
  ['sixDeliveries', word('六送', 'six deliveries')],
])

const said = (words: ReadonlyMap<string, Words>, code: string) => words.get(code)?.[language()] ?? code

/** What a fact is, in words; its code where none are known. */
export const kindText = (kind: string): string => said(kinds, kind)

export const wordText = (code: string): string => said(dimensions, code)
