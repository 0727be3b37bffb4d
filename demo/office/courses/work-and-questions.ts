import { addDays } from '../../../src/kernel/plain-date.ts'
import type { Course } from '../course.ts'

const QUESTIONS = [
  ['退役士兵参加学历教育有什么减免？', '全日制学费按规定减免，到就读学校资助部门申请；不清楚的可以带录取通知书到站里一起看。'],
  ['六十周岁农村籍退役士兵老年生活补助从哪个月起发？', '从年满六十周岁的当月起，经审核公示后发放，请带退役证件到站里登记。'],
  ['残疾军人乘坐市内公交、轨道怎么免费？', '凭残疾军人证免费乘坐市内公共汽车、电车和轨道交通。'],
  ['自主就业退役士兵创业可以减免多少税？', '自办理登记当月起三年内按限额依次扣减有关税费，限额标准以税务部门公布的为准。'],
] as const

/** A question that the station hands on and the county answers. */
export function enquiry(at: number): Course {
  const [question, answer] = QUESTIONS[at % QUESTIONS.length] ?? QUESTIONS[0]
  return {
    kind: 'policyEnquiry',
    begins: 'station',
    channel: at % 2 === 0 ? 'window' : 'phone',
    answers: { question },
    turns: [
      { chair: 'station', step: 'askCounty', after: 1 },
      {
        chair: 'county',
        step: 'answer',
        after: 3,
        answers: { answer, clauses: ['other'], otherClause: '重庆市退役军人服务工作问答（演示）' },
      },
    ],
  }
}

/** The same, answered at the station's own window. */
export function answeredHere(at: number): Course {
  const [first, second] = enquiry(at).turns
  if (!first || !second) throw new Error('an enquiry has two turns')
  return { ...enquiry(at), turns: [{ ...second, chair: 'station', after: 1 }] }
}

const WISHES = [
  { wish: 'job', trade: '物业管理、安保', where: 'county', skills: '消防设施操作员四级', pay: '550000' },
  { wish: 'training', trade: '无人机驾驶', skills: 'C1 驾驶证' },
  { wish: 'business', where: 'city', needs: ['loan', 'site'], skills: '会做川菜，有厨师证' },
  { wish: 'job', trade: '货车驾驶', where: 'city', skills: 'A2 驾驶证', pay: '800000' },
] as const

/** A wish for work, passed on to the county and answered there. */
export const jobWish = (at: number): Course => ({
  kind: 'jobWish',
  begins: 'station',
  isFor: ({ bornOn }) => bornOn > '1966-12-31',
  answers: WISHES[at % WISHES.length] ?? WISHES[0],
  turns: [
    { chair: 'township', step: 'passOn', after: 3 },
    { chair: 'county', step: 'serve', after: 8, reason: '已推荐两家企业的岗位，约好本周五到区人力资源市场面试。' },
  ],
})

const CASES = ['房屋租赁押金退还纠纷，想知道怎样主张权利', '劳动合同到期没有续签，公司不给经济补偿', '继承父亲房产需要哪些材料'] as const

/** A question to the duty lawyer, whose note nobody else reads. */
export const legalAdvice = (at: number): Course => ({
  kind: 'legalAdvice',
  begins: 'station',
  answers: { question: CASES[at % CASES.length] ?? CASES[0], isHonour: false },
  turns: [{ chair: 'adviser', step: 'advise', after: 3, answers: { note: '已当面解答，建议先协商并保留书面证据。', minutes: 35 } }],
})

export const legalReferral: Course = {
  ...legalAdvice(1),
  turns: [{ chair: 'adviser', step: 'refer', after: 4, reason: '符合法律援助条件，转区法律援助中心。' }],
}

/** A call to the counselling line, called again and closed. */
export const counselled: Course = {
  kind: 'counselling',
  begins: 'counsellor',
  channel: 'phone',
  answers: { topic: '睡眠不好，和家人沟通少', minutes: 25, danger: 'none', callBack: true },
  turns: [
    { chair: 'counsellor', step: 'callAgain', after: 5, answers: { note: '睡眠有改善，约定下周再联系。' } },
    { chair: 'counsellor', step: 'close', after: 7 },
  ],
}

/** Somebody who cannot come: the station goes there. */
export const homeService: Course = {
  kind: 'homeService',
  begins: 'station',
  channel: 'phone',
  isFor: ({ bornOn }) => bornOn < '1952-01-01',
  answers: (on) => ({ way: 'home', what: '办理优待证照片采集和待遇年度确认', why: 'aged', address: '家中', wishedOn: addDays(on, 6) }),
  turns: [
    { chair: 'station', step: 'plan', after: 1, answers: (on) => ({ visitOn: addDays(on, 3) }) },
    {
      chair: 'station',
      step: 'serveAtHome',
      after: 3,
      answers: (_on, { name }) => ({ result: '照片已采集，年度确认已当面办好', signedBy: [name] }),
    },
  ],
}
