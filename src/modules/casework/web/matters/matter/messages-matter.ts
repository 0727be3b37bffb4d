/** The page of one matter. */
export const matterWords = {
  'matters.matter.notFound': ['没有这件事项', 'There is no such matter'],
  'matters.matter.notFoundWords': ['可能编号不对，或不在你管的范围里。', 'The number may be wrong, or it lies outside your range.'],
  'matters.matter.states': ['办到哪一步', 'How far it is'],
  'matters.matter.next': ['接下来', 'Next'],
  'matters.matter.noClock': ['眼下没有计时', 'No clock runs now'],
  'matters.matter.window': ['可提出的期限', 'Time to ask'],
  'matters.matter.paused': ['已暂停计时', 'paused'],
  'matters.matter.extended': ['已延期', 'extended'],
  'matters.matter.started': ['{{day}} 起算', 'from {{day}}'],
  'matters.matter.until': ['{{day}} 到期', 'until {{day}}'],
  'matters.matter.answers': ['填报内容', 'What was said'],
  'matters.matter.sealed': ['这类事项的内容只有经办单位能看。', 'Only the offices that handle it may read this.'],
  'matters.matter.history': ['经过', 'History'],
  'matters.matter.claim': ['我来办', 'I take it'],
  'matters.matter.personGone': [
    '本人已去世或档案已关闭：不能再代本人办，只能由单位办结。',
    'The person has died or the file is closed: only an office can end this matter.',
  ],
  'matters.matter.visits': ['本人跑了 {{count}} 趟', 'the person came {{count}} times'],
  'matters.matter.version': ['按第 {{version}} 版规则办', 'by version {{version}} of the rules'],
  'matters.matter.yuan': ['元', 'yuan'],
  'matters.matter.yes': ['是', 'yes'],
  'matters.matter.no': ['否', 'no'],
  'matters.desk.handedTo': [
    '本人的档案已转到别的区县，这件事项在那里接着办（{{unit}}），这里只能查看。',
    'The file has gone to another county; the matter goes on there ({{unit}}) and can only be read here.',
  ],
  'matters.desk.cameBack': [
    '{{day}} 曾随档案转到别的区县（{{unit}}），后来又转了回来。',
    'On {{day}} it went with the file to another county ({{unit}}), and has come back since.',
  ],
  'matters.desk.double': [
    '本人同一种事项有两件在办（合并或转入档案时带来的）。请看清楚，把多余的一件撤回：',
    'Two matters of this kind live for the person, since files were joined. Withdraw the one too many:',
  ],
  'matters.desk.other': ['看另一件', 'see the other'],
} as const satisfies Record<string, readonly [string, string]>
