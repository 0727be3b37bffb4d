/** How each kind of matter goes. */
export const kindWords = {
  'matters.kinds.title': ['事项目录', 'Kinds of matters'],
  'matters.kinds.words': ['每一件事怎么走、谁来办、多少天，都写在这里。', 'How each goes, who does what, in how many days.'],
  'matters.kinds.steps': ['步骤', 'Steps'],
  'matters.kinds.clocks': ['期限', 'Deadlines'],
  'matters.kinds.drawing': ['流程图', 'Drawing'],
  'matters.kinds.step': ['步骤', 'Step'],
  'matters.kinds.from': ['从', 'From'],
  'matters.kinds.to': ['到', 'To'],
  'matters.kinds.by': ['谁来办', 'By'],
  'matters.kinds.days': ['{{count}} 天', '{{count}} days'],
  'matters.kinds.working': ['{{count}} 个工作日', '{{count}} working days'],
  'matters.kinds.extension': ['可延 {{count}} 天', '+{{count}} days with leave'],
  'matters.kinds.version': ['第 {{version}} 版', 'version {{version}}'],
  'matters.kinds.roster': ['律师值班表', 'Duty lawyers'],
} as const satisfies Record<string, readonly [string, string]>
