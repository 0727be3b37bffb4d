import type { Course } from '../course.ts'

const STORIES = [
  ['relapse', '旧伤复发住院二十多天，自付部分较多，家里靠一人工资生活', '360000', '120000'],
  ['accident', '家中厨房失火，家具家电受损，正在临时借住', '280000', '200000'],
  ['unemployment', '所在工厂停产，已失业五个月，孩子在读高中', '180000', '150000'],
  ['accident', '老伴查出重病，化疗费用高，已经向亲友借款', '310000', '300000'],
  ['disability', '腿部残疾行走不便，暂时做不了重活，房租有困难', '160000', '100000'],
] as const

const storyAt = (at: number) => STORIES[at % STORIES.length] ?? STORIES[0]

/** Hardship aid from the window to the end of its publication, which the clock brings. */
export function hardship(at: number): Course {
  const [hardshipCause, story, income, amount] = storyAt(at)
  return {
    kind: 'hardshipAid',
    begins: 'station',
    answers: { hardshipCause, story, income, isUrgent: false },
    turns: [
      { chair: 'township', step: 'review', after: 4, papers: ['proof', 'account'] },
      { chair: 'approver', step: 'approve', after: 5, answers: { form: ['cash'], amount } },
    ],
  }
}

/** The same, but the paper is missing at first. */
export function hardshipAsked(at: number): Course {
  const course = hardship(at)
  return {
    ...course,
    turns: [
      { chair: 'township', step: 'ask', after: 3, reason: '请补交医院诊断证明或事故认定书，一次补齐即可。' },
      { chair: 'station', step: 'supply', after: 5 },
      ...course.turns,
    ],
  }
}

/** Help first, papers after. */
export const hardshipFirst: Course = {
  kind: 'hardshipAid',
  begins: 'station',
  channel: 'phone',
  answers: { hardshipCause: 'accident', story: '昨夜突发脑溢血送医抢救，家属无力预交住院费用', income: '150000', isUrgent: true },
  turns: [
    { chair: 'approver', step: 'helpFirst', after: 1, reason: '抢救急需，先行救急，材料十五个工作日内补齐。' },
    { chair: 'township', step: 'papersAfter', after: 9, papers: ['proof', 'account'] },
    { chair: 'approver', step: 'approve', after: 3, answers: { form: ['cash'], amount: '500000' } },
  ],
}

export const hardshipRefused: Course = {
  ...hardship(2),
  turns: [
    {
      chair: 'township',
      step: 'refuse',
      after: 6,
      reason: '经核实，临时救助已于上月由民政部门发放，本次诉求已解决。',
      answers: { refusedFor: 'otherHelp' },
    },
  ],
}
