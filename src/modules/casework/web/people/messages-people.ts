import { defineMessages } from '../../../../ui/text/messages.ts'

/** A person on one line, and the box that finds one. */
export const peopleMessages = defineMessages(
  {
    'casework.record.who': '走访谁',
    'casework.record.find': '姓名、拼音、首字母、手机或证件尾号',
    'casework.record.none': '管辖范围内没有找到“{{query}}”。换个写法，或先建档。',
    'casework.record.failed': '没能查到：{{why}}',
    'casework.age': '{{count}} 岁',
    'casework.last': '上次 {{day}}',
    'casework.never': '还没走访过',
    'casework.noAddress': '没有登记住址',
  },
  {
    'casework.record.who': 'Who was visited',
    'casework.record.find': 'Name, pinyin, initials, phone or ID tail',
    'casework.record.none': 'Nobody like “{{query}}” in your range. Try another spelling, or register them first.',
    'casework.record.failed': 'The search failed: {{why}}',
    'casework.age': 'aged {{count}}',
    'casework.last': 'last {{day}}',
    'casework.never': 'not visited yet',
    'casework.noAddress': 'No address on file',
  },
)
