/** Bringing many records in from a sheet. */
export const importWords = {
  'work.bring.title': ['导入台账', 'Import records'],
  'work.bring.sheet': ['粘贴表格', 'Paste the sheet'],
  'work.bring.sheetHint': [
    '第一行是列名：{{columns}}。可从 Excel、WPS 直接复制。',
    'The first line names the columns: {{columns}}. Copy it from a spreadsheet as it is.',
  ],
  'work.bring.file': ['或选文件（xlsx、csv）', 'Or choose a file (xlsx, csv)'],
  'work.bring.look': ['先看看', 'Look first'],
  'work.bring.land': ['导入 {{count}} 条', 'Bring {{count}} in'],
  'work.bring.needSheet': ['请粘贴表格或选文件', 'Paste a sheet or choose a file'],
  'work.bring.needKind': ['请先选种类', 'Choose the kind first'],
  'work.bring.seen': [
    '共 {{rows}} 行：{{fresh}} 行可导入，{{already}} 行以前导入过，{{wrong}} 行有误。',
    '{{rows}} rows: {{fresh}} can be brought in, {{already}} were before, {{wrong}} are wrong.',
  ],
  'work.bring.landed': [
    '已导入 {{fresh}} 条；{{already}} 条以前导入过，{{wrong}} 行有误没有导入。',
    'Brought in {{fresh}}; {{already}} were there before, {{wrong}} rows are wrong and were left out.',
  ],
  'work.bring.wrongRow': ['第 {{row}} 行“{{column}}”：{{why}}', 'Row {{row}}, “{{column}}”: {{why}}'],
} as const satisfies Record<string, readonly [string, string]>
