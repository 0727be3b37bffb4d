/** Taking a step, and what is said where a colleague was quicker. */
export const stepWords = {
  'matters.matter.more': ['其他', 'More'],
  'matters.matter.reason': ['理由', 'Reason'],
  'matters.matter.reasonHint': ['本人会看到，请写清楚、写全，一次说完', 'The applicant reads it: say everything, once'],
  'matters.matter.save': ['确认{{step}}', 'Confirm: {{step}}'],
  'matters.moved.what': [
    '你打开之后，{{who}}已办“{{step}}”，现在是“{{state}}”。你看到的是旧的一版。',
    'After you opened this, {{who}} took “{{step}}”; it is now “{{state}}”. You see an older version.',
  ],
  'matters.moved.still': [
    '你填的还没有交，都还在。看过最新的情况，可以接着交。',
    'What you typed was not sent and is still here. Look at the newest, then go on.',
  ],
  'matters.moved.gone': [
    '你填的没有交，都还在；这一步现在不能再办了，要留的字请复制走，再关掉。',
    'What you typed was not sent and is still here; this step cannot be taken now. Copy what you want to keep.',
  ],
  'matters.moved.again': ['按最新的接着办', 'Go on from the newest'],
  'matters.moved.blocked': ['已不是最新的一版，见上面', 'No longer the newest version: see above'],
} as const satisfies Record<string, readonly [string, string]>
