import { defineMessages } from '../../../../../ui/text/messages.ts'

/** Sentences of what the applicant was told. */
export const noticeMessages = defineMessages(
  {
    'notices.title': '已告诉本人',
    'notices.read': '本人已看',
    'notices.sms.waiting': '短信待发',
    'notices.sms.sending': '短信在发',
    'notices.sms.sent': '短信已发',
    'notices.sms.none': '没有手机号',
    'notices.sms.failed': '短信未发出',
    'notices.todo.none': '档案里没有手机号，请站里当面或打电话告知。',
    'notices.todo.not-sent': '短信没能发出（网关连不上，或没有接网关），请打电话告知。',
    'notices.todo.refused': '短信网关不收这个号码，请核对手机号，并打电话告知。',
    'notices.todo.unknown': '短信交给了网关但没有回音，不再重发，以免收到两次。请打电话问一声。',
    'notices.todo.late': '等了三天没能发出，已不再发，请打电话告知。',
  },
  {
    'notices.title': 'What the applicant was told',
    'notices.read': 'read',
    'notices.sms.waiting': 'text waits',
    'notices.sms.sending': 'text on its way',
    'notices.sms.sent': 'text sent',
    'notices.sms.none': 'no mobile',
    'notices.sms.failed': 'text not sent',
    'notices.todo.none': 'There is no mobile number on file: tell them face to face, or call.',
    'notices.todo.not-sent': 'The text could not leave (no gateway, or it cannot be reached): please call.',
    'notices.todo.refused': 'The gateway does not take this number: check it, and call.',
    'notices.todo.unknown': 'The text was handed over and never answered; it is not sent again, lest it come twice. Please call.',
    'notices.todo.late': 'It could not be sent for three days and will not be: please call.',
  },
)
