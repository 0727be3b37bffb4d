/** A paper in words: to be written as a Word file. */
export interface Paper {
  readonly title: string
  readonly paragraphs: readonly string[]
}

/** What the letter says of a person and a post. `citizenId` is empty where the reader may not see it. */
export interface LetterFacts {
  readonly number: string
  readonly employer: string
  readonly post: string
  readonly name: string
  readonly citizenId: string
  /** 2026年春季退役军士. */
  readonly people: string
  readonly round: string
  readonly startBy: string
}

export const dayInWords = (day: string): string => day.replace(/^(\d+)-0?(\d+)-0?(\d+)$/, '$1年$2月$3日')
export const monthInWords = (month: string): string => month.replace(/^(\d+)-0?(\d+)$/, '$1年$2月')

/** 《退役军人安置条例》第三十二、七十四、七十五条: what the employer owes, and the slip that it sends back. */
export function introLetter(facts: LetterFacts): Paper {
  const known = facts.citizenId === '' ? '' : `（公民身份号码：${facts.citizenId}）`
  return {
    title: '退役军人安置介绍信',
    paragraphs: [
      `编号：安介${facts.number}`,
      `${facts.employer}：`,
      `兹介绍${facts.people}${facts.name}同志${known}到你单位“${facts.post}”岗位工作。该岗位经“${facts.round}”确定，全过程记录已公开。`,
      `请你单位于${dayInWords(facts.startBy)}前安排上岗，依法签订期限不少于三年的劳动（聘用）合同；待安排工作的时间计算工龄。`,
      '依据《退役军人安置条例》第七十五条，非因本人原因未按时安排上岗的，从开出本介绍信的当月起，按不低于本单位同等条件人员平均工资百分之八十的标准逐月发给生活费，至上岗为止。',
      '回执（上岗后填写，盖章退回）　该同志已于　　　年　　月　　日上岗。',
    ],
  }
}

/** 《退役军人安置条例》第七十五条: for an employer who has let nobody start in time, and not through the person. */
export function payReminder(facts: LetterFacts, { issuedOn, months }: { issuedOn: string; months: readonly string[] }): Paper {
  return {
    title: '关于逐月发给生活费的提醒函',
    paragraphs: [
      `${facts.employer}：`,
      `我局于${dayInWords(issuedOn)}开出安介${facts.number}介绍信，介绍${facts.name}同志到你单位“${facts.post}”岗位工作，应于${dayInWords(facts.startBy)}前安排上岗。截至今日，尚未收到上岗回执。`,
      '依据《退役军人安置条例》第七十五条，非因本人原因未按规定安排上岗的，应当从开出介绍信的当月起，按不低于本单位同等条件人员平均工资百分之八十的标准逐月发给生活费，至上岗为止。',
      `应发月份：${months.map(monthInWords).join('、')}，共${months.length}个月。`,
      '请尽快安排上岗并按规定发放，将结果书面告知我局。拒不接收安置的，依据同条例第八十八条处理。',
    ],
  }
}
