/**
 * Why an uploaded workbook cannot be read. Every code has one sentence below: what is wrong, where, and what to do.
 * `sheet`, `rowNumber` (as the spreadsheet program shows it, from 1) and `column` (from 1) say where.
 */
export type WorkbookRefusal =
  | { readonly code: 'file-too-large'; readonly bytes: number; readonly limit: number }
  | { readonly code: 'empty-file' }
  | { readonly code: 'no-rows' }
  | { readonly code: 'encrypted' }
  | { readonly code: 'old-format'; readonly format: 'xls' | 'xlsb' | 'xml-2003' | 'html' | 'ods' }
  | { readonly code: 'not-a-workbook'; readonly looksLike: string }
  | { readonly code: 'damaged'; readonly detail: string }
  | { readonly code: 'unpacks-too-large'; readonly part: string }
  | { readonly code: 'too-many-parts'; readonly count: number; readonly limit: number }
  | { readonly code: 'too-many-sheets'; readonly count: number; readonly limit: number }
  | { readonly code: 'too-many-strings'; readonly limit: number }
  | { readonly code: 'entities' }
  | { readonly code: 'too-many-columns'; readonly rowNumber: number; readonly limit: number }
  | { readonly code: 'too-many-rows'; readonly limit: number }
  | { readonly code: 'cell-too-long'; readonly rowNumber: number; readonly column: number; readonly limit: number }
  | { readonly code: 'too-much-memory' }
  | { readonly code: 'took-too-long' }

const megabytes = (bytes: number): string => `${Math.ceil(bytes / 1_048_576)} MB`

const OLD: Record<Extract<WorkbookRefusal, { code: 'old-format' }>['format'], string> = {
  xls: '这是旧版 Excel 文件（.xls），或被改名成了 .xlsx',
  xlsb: '这是二进制工作簿（.xlsb）',
  'xml-2003': '这是 XML 表格（2003）',
  html: '这是网页表格，只是扩展名写成了 Excel',
  ods: '这是 ODS 表格',
}

type Sentences = { readonly [C in WorkbookRefusal['code']]: (refusal: Extract<WorkbookRefusal, { code: C }>) => string }

const SENTENCES: Sentences = {
  'file-too-large': (r) => `文件有 ${megabytes(r.bytes)}，超过上限 ${megabytes(r.limit)}。请按乡镇或年份拆成几个文件，分别上传。`,
  'empty-file': () => '文件是空的（0 字节）。请确认选对了文件，重新保存后再上传。',
  'no-rows': () => '文件里没有任何有内容的行。请确认数据在这个文件的工作表里，保存后再上传。',
  encrypted: () => '工作簿设有打开密码，无法读取。请在 Excel 或 WPS 里取消密码，另存后再上传。',
  'old-format': (r) => `${OLD[r.format]}，不能直接读取。请用 Excel 或 WPS 打开，另存为“Excel 工作簿（.xlsx）”后再上传。`,
  'not-a-workbook': (r) => `文件内容不是表格，看起来是${r.looksLike}。请上传 .xlsx 或 .csv 表格。`,
  damaged: (r) => `文件已损坏或没有传完（${r.detail}）。请用 Excel 或 WPS 打开检查，另存一份后再上传。`,
  'unpacks-too-large': (r) => `工作簿里的“${r.part}”解压后大得不正常，已停止读取。请把数据复制到一个新建的工作簿里，再上传新的文件。`,
  'too-many-parts': (r) => `工作簿内部有 ${r.count} 个部件，超过上限 ${r.limit}。请把数据复制到一个新建的工作簿里，再上传新的文件。`,
  'too-many-sheets': (r) => `工作簿有 ${r.count} 张工作表，超过上限 ${r.limit}。请只保留要导入的那一张，另存后再上传。`,
  'too-many-strings': (r) => `工作簿里的文字总量超过上限（${r.limit}）。请按乡镇或年份拆成几个文件，分别上传。`,
  entities: () => '工作簿里含有不允许的外部定义（DTD），已停止读取。请把数据复制到一个新建的工作簿里，再上传新的文件。',
  'too-many-columns': (r) => `第 ${r.rowNumber} 行的内容超过 ${r.limit} 列。请删去用不到的列，另存后再上传。`,
  'too-many-rows': (r) => `有内容的行超过 ${r.limit} 行。请按乡镇或年份拆成几个文件，分别上传。`,
  'cell-too-long': (r) => `第 ${r.rowNumber} 行第 ${r.column} 列的文字超过 ${r.limit} 字，可能是引号没有成对。请改短或补上引号后再上传。`,
  'too-much-memory': () => '工作簿太复杂，读取时内存不够，已停止。请只复制数据（不带格式）到一个新建的工作簿里，再上传新的文件。',
  'took-too-long': () => '工作簿太复杂，读取时间过长，已停止。请只复制数据（不带格式）到一个新建的工作簿里，再上传新的文件。',
}

/** The Chinese sentence for the person who uploaded the file: what is wrong, where, what to do. */
export function workbookRefusalSentence<C extends WorkbookRefusal['code']>(refusal: Extract<WorkbookRefusal, { code: C }>): string {
  const sentence: (r: Extract<WorkbookRefusal, { code: C }>) => string = SENTENCES[refusal.code as C]
  return sentence(refusal)
}
