export { type LinkedParagraph, writeLinkedWordFile } from './linked-file.ts'
export { writeWordFile } from './word-file.ts'
