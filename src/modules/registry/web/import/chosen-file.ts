import { UPLOAD_LIMIT } from '../../../../ui/api/upload-file.ts'

export type FileFault =
  | { code: 'file-too-large'; size: string }
  | { code: 'empty-file' }
  | { code: 'old-kind'; kind: string }
  | { code: 'no-table'; name: string }

const READ: Readonly<Record<string, string>> = { xlsx: 'Excel', csv: 'CSV' }
const OLD: Readonly<Record<string, string>> = { xls: '.xls', xlsb: '.xlsb', et: '.et', ods: '.ods', numbers: '.numbers' }

const endingOf = (name: string): string => /\.([^.]+)$/.exec(name)?.[1]?.toLowerCase() ?? ''

/** Excel or CSV, by its name. */
export const kindOf = (name: string): string => READ[endingOf(name)] ?? endingOf(name)

/** What can be said of a file before it is sent. What is inside, only the server sees. */
export function findFileFault({ name, size }: { name: string; size: number }): FileFault | undefined {
  const ending = endingOf(name)
  if (OLD[ending] !== undefined) return { code: 'old-kind', kind: OLD[ending] }
  if (READ[ending] === undefined) return { code: 'no-table', name }
  if (size === 0) return { code: 'empty-file' }
  return size > UPLOAD_LIMIT ? { code: 'file-too-large', size: sizeWords(size) } : undefined
}

/** 734 B, 12 KB, 3.4 MB. */
export function sizeWords(bytes: number): string {
  if (bytes < 1_024) return `${bytes} B`
  if (bytes < 1_048_576) return `${Math.round(bytes / 1_024)} KB`
  return `${(bytes / 1_048_576).toFixed(1)} MB`
}
