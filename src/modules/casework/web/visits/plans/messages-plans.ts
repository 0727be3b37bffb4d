import { defineMessages } from '../../../../../ui/text/messages.ts'

/** Sentences of the form that plans a visit by hand. */
export const planMessages = defineMessages(
  {
    'casework.plan.open': '排一次走访',
    'casework.plan.title': '排一次走访',
    'casework.plan.save': '排上',
    'casework.plan.promise': '到期前出现在“今日”里；走访后按同样的原因记，就自动销掉。',
    'casework.plan.who': '走访谁',
    'casework.plan.nobody': '请先选走访的人',
    'casework.plan.by': '最晚哪天',
    'casework.plan.reason': '因为什么',
    'casework.plan.past': '日子已经过了，请选今天或以后。已经走访过的，请直接记走访。',
    'casework.plan.gone': '这个人的档案已经关闭、转走，或本人已去世，不能再排。',
  },
  {
    'casework.plan.open': 'Plan a visit',
    'casework.plan.title': 'Plan a visit',
    'casework.plan.save': 'Plan it',
    'casework.plan.promise': 'It stands in “Today” before its day; a visit for the same reason closes it.',
    'casework.plan.who': 'Whom',
    'casework.plan.nobody': 'Choose a person first',
    'casework.plan.by': 'By which day',
    'casework.plan.reason': 'Why',
    'casework.plan.past': 'That day has passed. Choose today or later; a visit that was made is recorded.',
    'casework.plan.gone': 'The file was closed or handed over, or the person has died.',
  },
)
