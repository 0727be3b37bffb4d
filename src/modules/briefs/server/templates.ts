import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { repositoryPath } from '../../../platform/config/repository-path.ts'
import { TemplateCode } from '../contract-words.ts'
import { BLOCK_KINDS } from '../domain/brief.ts'
import { GENRES, RHYTHMS, readTemplate, type Template } from '../domain/template.ts'

const FiledTemplate = z.strictObject({
  source: z.string().min(1),
  code: TemplateCode,
  zh: z.string().min(1),
  en: z.string().min(1),
  genre: z.enum(GENRES),
  rhythm: z.enum(RHYTHMS),
  needsLocked: z.boolean().optional(),
  title: z.string().min(1),
  blocks: z.array(z.strictObject({ kind: z.enum(BLOCK_KINDS), text: z.string().min(1) })).min(1),
})

/** Every template of the house. @throws naming the file and its fault: a number without a source stops the start */
export function readTemplates(folder: string = repositoryPath('data', 'briefs')): readonly Template[] {
  const files = readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .toSorted()
  return files.map((name) => {
    const read = FiledTemplate.safeParse(JSON.parse(readFileSync(join(folder, name), 'utf8')))
    if (!read.success) throw new Error(`data/briefs/${name}: ${z.prettifyError(read.error)}`)
    const { source: _, ...filed } = read.data
    return readTemplate(filed)
  })
}

const templates = readTemplates()

export const listedTemplates = (): readonly Template[] => templates

export const findTemplate = (code: string): Template | undefined => templates.find((template) => template.code === code)
