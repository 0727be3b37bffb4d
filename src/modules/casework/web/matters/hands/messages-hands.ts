/** Whose hands a matter is in, and how it leaves them. */
export const handWords = {
  'matters.matter.held': ['在谁手里', 'Who has it'],
  'matters.matter.days': ['{{count}} 天', '{{count}} days'],
  'matters.desk.handOver': ['转给同事', 'Give to a colleague'],
  'matters.desk.handOverTitle': ['转给同事接着办', 'Give to a colleague'],
  'matters.desk.release': ['交还大家', 'Give back to all'],
  'matters.desk.colleague': ['转给谁', 'To whom'],
  'matters.desk.colleagueHint': ['本单位能办这一步的同事', 'Colleagues of this unit who can take this step'],
  'matters.desk.noColleague': [
    '本单位没有别的同事能办这一步。要换人，请系统管理员给同事开通账号和角色。',
    'Nobody else of this unit can take this step. The system administrator can open an account.',
  ],
  'matters.desk.note': ['交代一句', 'A word'],
  'matters.desk.noteHint': ['同事会看到，本人看不到', 'Read by the colleague, not by the applicant'],
  'matters.desk.pick': ['请先选一位同事', 'Choose a colleague first'],
  'matters.desk.inHands': ['{{name}}在办', '{{name}} has it'],
  'matters.desk.took': ['{{name}} 接手', '{{name}} took it'],
  'matters.desk.gave': ['{{by}} 转给 {{to}}', '{{by}} gave it to {{to}}'],
  'matters.desk.gaveBack': ['{{name}} 交还大家', '{{name}} gave it back'],
  'matters.desk.escalated.note': ['已逾期，{{day}} 起由上一级督办。', 'It has run out; the next tier has watched it since {{day}}.'],
  'matters.desk.refusal.not-your-turn': [
    '这件事项现在不在本单位手里，不能接手，也不能转交。',
    'It is not with this unit now: it can be neither taken nor given away.',
  ],
  'matters.desk.refusal.claimed-by-another': [
    '同事已经接手这件事项，请与同事商量，由同事转交或交还。',
    'A colleague has it: ask them to give it to you or back.',
  ],
  'matters.desk.refusal.recused': ['你已回避，不能再接手这件事项，可以转给同事。', 'You have stepped aside: give it to a colleague.'],
  'matters.desk.refusal.no-such-colleague': [
    '这位同事不在本单位、已停用，或不能办这一步，请另选一位。',
    'Not of this unit, disabled, or unable to take this step: choose another.',
  ],
  'matters.desk.refusal.nobody-has-it': ['现在没有人接手这件事项，不用交还。', 'It is in nobody’s hands: there is nothing to give back.'],
} as const satisfies Record<string, readonly [string, string]>
