export { followMerge, followMove } from './server/follow-files.ts'
