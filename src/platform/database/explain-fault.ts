import { PlainError } from '../../kernel/plain-error.ts'

interface Explanation {
  readonly sign: RegExp
  readonly zh: (where: string) => string
  readonly en: (where: string) => string
}

const EXPLANATIONS: readonly Explanation[] = [
  {
    sign: /ENOSPC|EDQUOT|No space left|Disk quota exceeded|Check free disk space|53100/,
    zh: (where) => `磁盘已满，数据库无法在 ${where} 写入。已确认的数据没有丢失；请腾出空间后重新启动。`,
    en: (where) =>
      `The disk is full: the database cannot write in ${where}. Nothing acknowledged is lost; free some space and start again.`,
  },
  {
    sign: /EROFS|Read-only file system/,
    zh: (where) => `${where} 所在的文件系统是只读的。请换一个可写的数据目录，或以可写方式重新挂载。`,
    en: (where) => `${where} lies on a read-only file system. Choose a writable data directory, or mount it writable.`,
  },
  {
    sign: /EACCES|EPERM|Permission denied|has wrong ownership|invalid permissions/,
    zh: (where) => `当前账户无权读写 ${where}。请把该目录交给运行本程序的账户，或换一个数据目录。`,
    en: (where) =>
      `This account may not read and write ${where}. Give the directory to the account that runs Guidui, or choose another data directory.`,
  },
  {
    sign: /ENOTEMPTY/,
    zh: (where) => `${where} 里的 postgresql 目录不完整（可能被部分删除或复制）。请从备份恢复它，或把它改名后重新开始。`,
    en: (where) =>
      `The folder postgresql in ${where} is not whole (partly deleted or copied?). Restore it from a backup, or rename it to start anew.`,
  },
  {
    sign: /ENOTDIR|EEXIST|Not a directory/,
    zh: (where) => `${where} 不是目录。请移走同名文件，或换一个数据目录。`,
    en: (where) => `${where} is not a directory. Move the file of that name away, or choose another data directory.`,
  },
]

/** A fault of disk or rights as a sentence about `where`; any other fault as one that quotes what PostgreSQL said. */
export function explainFault(fault: unknown, where: string): PlainError {
  if (fault instanceof PlainError) return fault
  const said = fault instanceof Error ? `${'code' in fault ? String(fault.code) : ''} ${fault.message}`.trim() : String(fault)
  const known = EXPLANATIONS.find(({ sign }) => sign.test(said))
  if (known) return new PlainError({ zh: known.zh(where), en: known.en(where) }, fault)
  const words = {
    zh: `数据库无法在 ${where} 启动。PostgreSQL 的原话：${said}`,
    en: `The database in ${where} could not be started. PostgreSQL said: ${said}`,
  }
  return new PlainError(words, fault)
}
