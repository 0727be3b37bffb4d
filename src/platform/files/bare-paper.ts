import { barePhoto } from './bare-photo.ts'

const PDF = Buffer.from('%PDF-')
const PDF_END = Buffer.from('%%EOF')
/** A reader of PDF looks for the end in the last kilobyte, and so do we. */
const TAIL = 1_024

/**
 * A paper as it is kept, by its content and never by its name: a whole JPEG without what a camera writes beside the
 * picture, or a whole PDF. Undefined where it is neither: something else under that name, or half of a file.
 */
export function barePaper(bytes: Buffer): Buffer | undefined {
  if (!bytes.subarray(0, PDF.length).equals(PDF)) return barePhoto(bytes)
  return bytes.subarray(-TAIL).includes(PDF_END) ? bytes : undefined
}
