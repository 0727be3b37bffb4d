export { writeWordFile } from './word-file.ts'
