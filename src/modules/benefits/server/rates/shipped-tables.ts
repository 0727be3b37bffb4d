import { readFileSync } from 'node:fs'
import { z } from 'zod'
import { NATION } from '../../../../kernel/region-code.ts'
import { repositoryPath } from '../../../../platform/config/repository-path.ts'
import { Notice } from '../../contract.ts'
import { known, tableOf } from './notice-table.ts'

const Shipped = z.object({ tables: z.array(Notice.extend({ verify: z.string() })) })

/** Floors of the nation that come with the program, each with what must be verified. @throws at the start where the file is not as it must be */
export const SHIPPED_NOTICES = Shipped.parse(
  JSON.parse(readFileSync(repositoryPath('data', 'benefits', 'national-tables.json'), 'utf8')),
).tables

/** The same as tables: a floor was known from its first day on. */
export const SHIPPED_TABLES = SHIPPED_NOTICES.map((notice) => known(tableOf(notice, NATION), notice.effectiveFrom))
