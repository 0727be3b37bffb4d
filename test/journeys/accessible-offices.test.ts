import { PAGES, testAccessible, type Who } from './accessible-pages.ts'

/** The station worker's are in a file of their own. */
testAccessible((Object.keys(PAGES) as Who[]).filter((who) => who !== 'chen.xiaoqin'))
