import type { ContactReason } from './contacts.ts'
import type { Dice } from './dice.ts'

const NOTES: Readonly<Record<ContactReason, readonly string[]>> = {
  routine: [
    '身体尚可，家里没有困难。',
    '血压高，按时吃药，提醒复查。',
    '老伴住院，女儿在照顾。',
    '问到优待证怎么用，已当面讲清。',
    '在家带孙子，精神好。',
    '想了解医疗报销，约好下周来站。',
    '独居，饮食起居能自理，邻居常来看望。',
  ],
  firstVisit: ['刚回来，还在找工作，留了招聘会的日期。', '建档资料已核对，缺一张照片。', '说明了优待证和报到手续。'],
  illness: ['住院一周，已出院，恢复得不错。', '膝关节手术后在家休养。', '做完白内障手术，视力好转。'],
  hardship: ['房屋漏雨，已报街道。', '子女失业，想申请困难帮扶。', '药费负担重，已讲帮扶政策。'],
  merit: ['立功喜报送到家，父母很高兴。'],
  sixDeliveries: ['送政策上门，讲了创业贷款。', '送岗位信息三条，愿意去面试。', '介绍了技能培训班，已报名。'],
  death: ['向家属表示慰问，说明了抚恤手续。'],
  armyDay: ['八一走访，送上慰问品，聊了当年部队的事。', '八一慰问，身体硬朗。'],
  springFestival: ['春节走访，送去慰问金和春联。', '春节慰问，子女都回来了。'],
}

/** What was seen and heard; most visits leave no note. */
export const noteFor = (dice: Dice, reason: ContactReason): string | undefined =>
  dice.isLucky(0.18) ? dice.pick(NOTES[reason]) : undefined
