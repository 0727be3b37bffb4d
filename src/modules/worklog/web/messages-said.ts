/** What a record says: the names of its parts and its states. */
export const saidWords = {
  'work.on': ['日期', 'Day'],
  'work.since': ['起始日期', 'Since'],
  'work.until': ['截止日期', 'Until'],
  'work.unit': ['单位', 'Unit'],
  'work.what': ['内容', 'What'],
  'work.who': ['人员', 'Persons'],
  'work.organisation': ['单位名称', 'Organisation'],
  'work.uscc': ['统一社会信用代码', 'Unified social credit code'],
  'work.state': ['状态', 'State'],
  'work.state.counts': ['有效', 'counts'],
  'work.state.ended': ['已结束', 'ended'],
  'work.state.corrected': ['已被更正', 'corrected'],
  'work.state.counterRecord': ['更正记录', 'counter-record'],
  'work.because': ['更正原因：{{reason}}', 'Corrected because: {{reason}}'],
  'work.own': ['自设', 'own'],
} as const satisfies Record<string, readonly [string, string]>
