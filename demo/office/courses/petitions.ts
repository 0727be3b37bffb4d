import type { Course, Turn } from '../course.ts'

const CLAIMS = [
  ['insurance', '请求核定军龄视同缴费年限', '2004 年退役后在乡镇企业工作，参保时没有把军龄算进去，请求依法核定。'],
  ['pension', '反映优待金到账时间晚', '连续两个季度优待金比通知的时间晚到账，请求说明原因并按时发放。'],
  ['identity', '请求补办参战身份认定', '当年参战的档案登记不全，请求调取部队档案并认定身份。'],
  ['employment', '请求落实公益性岗位安置', '就业困难，符合公益性岗位条件，申请半年没有答复。'],
  ['honour', '反映光荣牌更换不及时', '搬迁后光荣牌一直没有重新悬挂，多次询问没有结果。'],
] as const

const FORWARD: Turn = { chair: 'county', step: 'forward', after: 3, answers: { handler: '渝北区退役军人事务局' } }

/** A claim, with its facts asked of the township, to the opinion with which the person is content. */
export function claimPetition(at: number): Course {
  const [subject, title, text] = CLAIMS[at % CLAIMS.length] ?? CLAIMS[0]
  return {
    kind: 'petition',
    begins: at % 2 === 0 ? 'station' : 'county',
    answers: { kind: 'claim', subject, title, text, isCollective: false },
    turns: [
      FORWARD,
      { chair: 'county', step: 'accept', after: 6 },
      { chair: 'county', step: 'assign', after: 4, reason: '请街道核实当事人参保、档案和走访情况，十日内报回。' },
      { chair: 'township', step: 'report', after: 7, reason: '已入户核实，情况属实，有关材料随文报送。' },
      {
        chair: 'county',
        step: 'issueOpinion',
        after: 9,
        answers: {
          result: 'partly',
          opinionText: '经调查核实，来访人反映的情况部分属实，已协调有关单位在一个月内办理，并由街道跟踪回访。',
        },
      },
      { chair: 'county', step: 'settle', after: 12, reason: '当事人签字认可处理意见，表示息诉息访。' },
    ],
  }
}

export const suggestion: Course = {
  kind: 'petition',
  begins: 'station',
  answers: {
    kind: 'suggestion',
    subject: 'honour',
    title: '建议社区食堂给老兵设优待窗口',
    text: '社区老年食堂排队时间长，建议给残疾军人和高龄老兵设一个优待窗口。',
    isCollective: false,
  },
  turns: [
    FORWARD,
    { chair: 'county', step: 'study', after: 7 },
    {
      chair: 'county',
      step: 'reply',
      after: 16,
      answers: { replyText: '已与街道商定，自下月起在凤鸣路社区食堂试行优待窗口，效果好再推广。' },
    },
  ],
}

export const refusedPetition: Course = {
  kind: 'petition',
  begins: 'county',
  answers: {
    kind: 'claim',
    subject: 'other',
    title: '请求处理与物业的合同纠纷',
    text: '与小区物业就车位租赁合同发生纠纷，请求退还费用。',
    isCollective: false,
  },
  turns: [
    {
      chair: 'county',
      step: 'refuse',
      after: 5,
      reason: '属于民事合同纠纷，应依法通过诉讼解决，已告知法律援助电话。',
      answers: { channel: 'court' },
    },
  ],
}
