import { closeSync, openSync, readSync } from 'node:fs'
import type { WorkbookRefusal } from './refusals.ts'

/** The first `length` bytes of a file, fewer where it is shorter. */
export function readHead(path: string, length: number): Buffer {
  const file = openSync(path, 'r')
  try {
    const head = Buffer.alloc(length)
    return head.subarray(0, readSync(file, head, 0, length, 0))
  } finally {
    closeSync(file)
  }
}

const MAGIC: readonly (readonly [hex: string, looksLike: string])[] = [
  ['25504446', ' PDF 文件'],
  ['89504e47', '图片'],
  ['ffd8ff', '图片'],
  ['47494638', '图片'],
  ['424d', '图片'],
  ['52494646', '图片或音视频'],
  ['52617221', ' RAR 压缩包'],
  ['377abcaf271c', ' 7z 压缩包'],
  ['1f8b', ' GZ 压缩包'],
  ['7f454c46', '程序'],
  ['4d5a9000', '程序'],
  ['53514c69746520666f726d6174', '数据库'],
]

const utf16 = (text: string): Buffer => Buffer.from(text, 'utf16le')

/** An OLE container by the names in it: an encrypted workbook, an .xls, or another old document. */
function oleRefusal(head: Buffer): WorkbookRefusal {
  if (head.includes(utf16('EncryptedPackage')) || head.includes(utf16('EncryptionInfo'))) return { code: 'encrypted' }
  if (head.includes(utf16('WordDocument'))) return { code: 'not-a-workbook', looksLike: ' Word 文件' }
  if (head.includes(utf16('PowerPoint'))) return { code: 'not-a-workbook', looksLike: ' PowerPoint 文件' }
  return { code: 'old-format', format: 'xls' }
}

function textRefusal(head: Buffer): WorkbookRefusal | undefined {
  const start = head
    .subarray(0, 2_048)
    .toString('latin1')
    .replace(/^\xef\xbb\xbf/, '')
    .trimStart()
    .toLowerCase()
  if (/^(<!doctype html|<html|<table|<meta|<head)/.test(start)) return { code: 'old-format', format: 'html' }
  if (start.startsWith('<?xml') && start.includes('excel.sheet')) return { code: 'old-format', format: 'xml-2003' }
  if (start.startsWith('<?xml') || start.startsWith('{\\rtf')) return { code: 'not-a-workbook', looksLike: ' XML 或 RTF 文件' }
  return undefined
}

/**
 * What a file is, by its content and never by its name: a zip (perhaps an xlsx), a text (perhaps a csv), or the refusal
 * for what we know and cannot read. An OLE directory lies anywhere in the file, so the caller passes a generous head.
 */
export function detectContent(head: Buffer): 'zip' | 'text' | WorkbookRefusal {
  if (head.length === 0) return { code: 'empty-file' }
  const hex = head.subarray(0, 16).toString('hex')
  if (hex.startsWith('504b0304') || hex.startsWith('504b0506')) return 'zip'
  if (hex.startsWith('d0cf11e0a1b11ae1')) return oleRefusal(head)
  if (/^0908..00|^0904..00|^0902..00|^0900..00/.test(hex) && head.length > 8 && (head[2] ?? 0) <= 16)
    return { code: 'old-format', format: 'xls' }
  const known = MAGIC.find(([magic]) => hex.startsWith(magic) && (magic !== '424d' || head.includes(0)))
  return known ? { code: 'not-a-workbook', looksLike: known[1] } : (textRefusal(head) ?? 'text')
}
