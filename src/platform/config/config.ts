import { resolve } from 'node:path'
import { z } from 'zod'
import { PlainError } from '../../kernel/plain-error.ts'
import { type ProviderAddress, readProviderAddress } from '../access/oidc/provider-address.ts'
import { type MessageGateway, readMessageGateway } from '../messages/message-gateway.ts'

/** Few settings, each checked at the start; what is wrong is said in a sentence that names the variable. */
const Environment = z.object({
  PORT: z.coerce.number().int().min(1).max(65535).default(7310),
  HOST: z.string().min(1).default('127.0.0.1'),
  DATABASE_URL: z
    .string()
    .regex(/^postgres(ql)?:\/\//)
    .optional(),
  GUIDUI_DATA: z.string().min(1).default('data/private'),
  GUIDUI_MASTER_KEY_FILE: z.string().min(1).optional(),
  GUIDUI_SECURE: z.enum(['yes', 'no']).default('no'),
  GUIDUI_REGIONS: z
    .string()
    .regex(/^(all|\d{2}(,\d{2})*)$/)
    .default('50'),
  GUIDUI_DEMO: z.enum(['yes', 'files', 'no']).optional(),
  GUIDUI_DEMO_PEOPLE: z.coerce.number().int().min(0).max(3_000_000).default(30_000),
  GUIDUI_CRYPTO: z.enum(['gm', 'international']).default('gm'),
  SMS_GATEWAY: z
    .string()
    .refine((setting) => readMessageGateway(setting, { isDemo: false }) !== undefined)
    .optional(),
  OIDC_PROVIDER: z
    .string()
    .refine((setting) => readProviderAddress(setting) !== undefined)
    .optional(),
})

const EXPECTED: Record<keyof z.input<typeof Environment>, { zh: string; en: string }> = {
  PORT: { zh: '端口，1 到 65535 的整数', en: 'a port, 1 to 65535' },
  HOST: { zh: '监听地址，如 127.0.0.1', en: 'the address to listen on' },
  DATABASE_URL: { zh: '以 postgres:// 开头的数据库地址', en: 'an address that begins with postgres://' },
  GUIDUI_DATA: { zh: '数据目录', en: 'the data directory' },
  GUIDUI_MASTER_KEY_FILE: { zh: '主密钥文件的路径', en: 'the path of the master key' },
  GUIDUI_SECURE: { zh: 'yes（经 TLS 访问）或 no', en: 'yes behind TLS, or no' },
  GUIDUI_REGIONS: { zh: 'all，或省级代码的前两位，用逗号隔开，如 50,44', en: 'all, or the first two digits of provinces, as 50,44' },
  GUIDUI_DEMO: {
    zh: 'yes、files 或 no：装入演示数据，只装档案和走访，或不装',
    en: 'yes, files or no: load the demo, its files and visits alone, or none',
  },
  GUIDUI_DEMO_PEOPLE: { zh: '演示人数，0 到 3000000', en: 'how many demo people' },
  GUIDUI_CRYPTO: { zh: 'gm（国密）或 international', en: 'gm or international' },
  SMS_GATEWAY: {
    zh: 'console（短信只显示在日志里），或 cmpp://六位企业代码:密码@主机:7890?code=接入号&rate=每秒条数',
    en: 'console: texts are shown in the log only; or cmpp://SPID:secret@host:7890?code=number&rate=parts a second',
  },
  OIDC_PROVIDER: {
    zh: 'https://客户端:密钥@主机/路径?name=按钮上的名称（特殊字符写成 %40 这样；http 只能用于 localhost）',
    en: 'https://CLIENT:SECRET@host/path?name=words on the button, special signs as %40; http only for localhost',
  },
}

export interface Config {
  readonly port: number
  readonly host: string
  readonly databaseUrl: string | undefined
  readonly dataDirectory: string
  readonly masterKeyFile: string | undefined
  readonly secure: boolean
  /** Which provinces' divisions are loaded: two digits each, or all. */
  readonly regions: readonly string[] | 'all'
  /** `files`: files, visits and places, and nothing that an office has under way. */
  readonly demo: 'whole' | 'files' | false
  readonly demoPeople: number
  readonly crypto: 'gm' | 'international'
  readonly messages: MessageGateway
  /** The provider of single sign-on; undefined: there is none. */
  readonly provider: ProviderAddress | undefined
}

const DEMOS = { yes: 'whole', files: 'files', no: false } as const

/** Reads the settings. @throws one sentence for each variable that is not as expected. */
export function readConfig(environment: Readonly<Record<string, string | undefined>> = process.env): Config {
  const read = Environment.safeParse(environment)
  if (!read.success) {
    const names = [...new Set(read.error.issues.map((issue) => String(issue.path[0]) as keyof typeof EXPECTED))]
    throw new PlainError({
      zh: names.map((name) => `设置 ${name} 不对，应为：${EXPECTED[name].zh}。`).join('\n'),
      en: names.map((name) => `The setting ${name} is not right; it is ${EXPECTED[name].en}.`).join('\n'),
    })
  }
  const set = read.data
  const demo = DEMOS[set.GUIDUI_DEMO ?? (set.DATABASE_URL === undefined ? 'yes' : 'no')]
  return {
    port: set.PORT,
    host: set.HOST,
    databaseUrl: set.DATABASE_URL,
    dataDirectory: resolve(set.GUIDUI_DATA),
    masterKeyFile: set.GUIDUI_MASTER_KEY_FILE,
    secure: set.GUIDUI_SECURE === 'yes',
    regions: set.GUIDUI_REGIONS === 'all' ? 'all' : set.GUIDUI_REGIONS.split(','),
    demo,
    demoPeople: set.GUIDUI_DEMO_PEOPLE,
    crypto: set.GUIDUI_CRYPTO,
    messages: readMessageGateway(set.SMS_GATEWAY, { isDemo: demo !== false }) ?? { kind: 'none' },
    provider: set.OIDC_PROVIDER === undefined ? undefined : readProviderAddress(set.OIDC_PROVIDER),
  }
}
