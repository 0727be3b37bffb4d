import { defineMessages } from '../../../../../ui/text/messages.ts'

/** Sentences of what the offices have told. */
export const noticeMessages = defineMessages(
  {
    'mine.messages.title': '消息',
    'mine.messages.none': '还没有消息',
    'mine.messages.noneWords': '事情走一步，这里就有一条。',
    'mine.messages.new': '新',
    'mine.messages.at': '{{day}} {{time}}',
  },
  {
    'mine.messages.title': 'Messages',
    'mine.messages.none': 'No messages yet',
    'mine.messages.noneWords': 'At each step of a matter there will be one.',
    'mine.messages.new': 'new',
    'mine.messages.at': '{{day}} {{time}}',
  },
)
