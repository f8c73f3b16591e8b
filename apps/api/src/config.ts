import { resolve } from 'node:path'
import { z } from 'zod'
import { areProxies } from './http/proxies.ts'
import { providerOf, providerRules } from './sessions/provider-config.ts'
import type { ProviderConfig } from './sessions/provider-config.ts'

const masterKey = z
  .string()
  .min(32, 'must have at least 32 signs, e.g. the output of: openssl rand -base64 32')

/** Everything the environment may set; the only place that reads it. Each refusal names variable, rule and example. */
const rules = z.object({
  DATABASE_URL: z
    .string({
      error: 'is missing. It names the PostgreSQL database, e.g. postgres://sila@localhost:5432/sila',
    })
    .regex(/^postgres(ql)?:\/\//, 'must be a PostgreSQL address, e.g. postgres://sila@localhost:5432/sila'),
  DATABASE_APP_URL: z
    .string()
    .regex(
      /^postgres(ql)?:\/\//,
      'must be a PostgreSQL address, e.g. postgres://sila_app@localhost:5432/sila',
    )
    .optional(),
  PORT: z.coerce
    .number({ error: 'must be a port number from 0 to 65535, e.g. 4000' })
    .int()
    .min(0)
    .max(65_535, 'must be a port number from 0 to 65535, e.g. 4000')
    .default(4000),
  HOST: z.string().min(1).default('127.0.0.1'),
  SILA_SECRET: z
    .string()
    .min(32, 'must have at least 32 signs, e.g. the output of: openssl rand -base64 32')
    .optional(),
  SILA_MASTER_KEY: masterKey.optional(),
  SILA_MASTER_KEY_BEFORE: masterKey.optional(),
  SILA_DEMO: flag('SILA_DEMO'),
  SILA_SECOND_FACTOR: z.enum(['0', '1'], { error: 'must be 0 or 1, e.g. SILA_SECOND_FACTOR=1' }).optional(),
  SILA_OPEN_OPERATIONS: flag('SILA_OPEN_OPERATIONS'),
  SILA_ORIGINS: z.string().default(''),
  SILA_PROXIES: z
    .string()
    .default('loopback')
    .transform(listed)
    .refine(
      areProxies,
      'must be addresses or networks of proxies, comma-separated, e.g. 10.0.3.7,10.8.0.0/16',
    ),
  SILA_CLIENTS: z.string().default(''),
  SILA_FILES: z.string().default('../../.data/files'),
  SILA_FILES_PATIENCE: z.coerce.number().int().min(1).max(600).default(30),
  SILA_CLAMD: z
    .string()
    .regex(/^[\w.-]+:\d+$/, 'must be host and port of clamd, e.g. 127.0.0.1:3310')
    .optional(),
  SILA_JOBS: flag('SILA_JOBS', '1'),
  SILA_WALLS: z
    .enum(['both', 'api', 'rows'], { error: 'must be both, api or rows, e.g. both' })
    .default('both'),
  SILA_AUDIT_HEAD: z.string().optional(),
  SILA_BACKUPS: z.string().optional(),
  SILA_POOL: z.coerce.number().int().min(2, 'must be a number from 2 to 200, e.g. 10').max(200).default(10),
  SILA_GUEST_LIMITS: flag('SILA_GUEST_LIMITS', '1'),
  SILA_PASSWORDS: flag('SILA_PASSWORDS', '1'),
  ...providerRules,
  SILA_SMTP_URL: z
    .string()
    .regex(/^smtps?:\/\//, 'must be the address of a mail server, e.g. smtps://user:secret@mail.example:465')
    .optional(),
  SILA_MAIL_FROM: z.string().optional(),
  SILA_SMS_URL: z
    .string()
    .regex(/^https?:\/\//, 'must be an address that takes a POST, e.g. https://sms.example/send')
    .optional(),
  SILA_SMS_TOKEN: z.string().optional(),
  SILA_LOG: z
    .enum(['debug', 'info', 'warn', 'error', 'silent'], {
      error: 'must be debug, info, warn, error or silent, e.g. info',
    })
    .default('info'),
})

function flag(name: string, initial: '0' | '1' = '0') {
  return z
    .enum(['0', '1'], { error: `must be 0 or 1, e.g. ${name}=1` })
    .default(initial)
    .transform((value) => value === '1')
}

/** What stands between commas. */
function listed(text: string): string[] {
  return text
    .split(',')
    .map((part) => part.trim())
    .filter(Boolean)
}

/** What the process runs with. */
export type Config = {
  /** As the owner of the tables: for migrations alone. */
  databaseUrl: string
  /** As whom the API works; where it names the owner too, each connection steps down before it is used. */
  appUrl: string
  /** Which of the two walls stand: both, but in the specs that show that each alone holds. */
  walls: 'both' | 'api' | 'rows'
  port: number
  host: string
  /** Keys of sessions and tracking secrets are derived from it. */
  secret: string
  /** What wraps the keys of persons: that of now, then those of before, while keys are wrapped anew. */
  masterKeys: string[]
  /** Demonstration people and sign-ins exist. */
  demo: boolean
  /** Staff without a second factor can do nothing but set one up. */
  secondFactor: boolean
  /** Any operation is taken from anyone, not only registered ones: for specs and the audit, never for a real house. */
  openOperations: boolean
  /** Origins besides our own that may open a WebSocket or send with cookies. */
  origins: string[]
  /** The proxies, by address or network, that may say for whom they ask and that the outer line is encrypted. */
  proxies: string[]
  /** Folder that holds `portal/dist` and `staff-web/dist`; empty where the API stands alone. */
  clients: string
  /** Where the bytes of files lie, who looks through them, and for how many milliseconds a silent upload keeps its place. */
  files: { folder: string; clamd?: string | undefined; patience: number }
  /** Whether this node also works off jobs. */
  jobs: boolean
  poolSize: number
  /** The file in which the head of the audit trail is kept, besides the log. */
  auditHead?: string | undefined
  /** The folder that backups are written to, and the journal of erasures that a restore replays. */
  backups?: string | undefined
  /** Whether what guests may do in an hour is counted by network; off for drills and measurements only. */
  guestLimits: boolean
  /** Where staff sign in besides our own door; nowhere where none is named. */
  provider?: ProviderConfig | undefined
  /** Whether staff may sign in by a password of ours. */
  passwords: boolean
  /** By what e-mails and text messages leave the house; not at all where nothing is named. */
  post: {
    smtpUrl?: string | undefined
    mailFrom?: string | undefined
    smsUrl?: string | undefined
    smsToken?: string | undefined
  }
  log: string
}

/**
 * Reads and checks the environment.
 * @throws Error that lists every wrong variable, its rule and an example
 */
export function readConfig(environment: NodeJS.ProcessEnv = process.env): Config {
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ''))
  const read = rules.safeParse(given)
  if (!read.success) {
    const lines = read.error.issues.map((issue) => `  ${issue.path.join('.')} ${issue.message}`)
    throw new Error(`The environment cannot be used:\n${lines.join('\n')}`)
  }
  const set = read.data
  if (!set.SILA_SECRET && !set.SILA_DEMO) {
    throw new Error(
      'The environment cannot be used:\n  SILA_SECRET is missing. It keys sessions and tracking codes, at least 32 signs, e.g. the output of: openssl rand -base64 32',
    )
  }
  if (set.SILA_WALLS !== 'both' && !new URL(set.DATABASE_URL).pathname.startsWith('/spec_')) {
    throw new Error(
      'The environment cannot be used:\n  SILA_WALLS takes a wall down for the specs: only on a database whose name begins with spec_',
    )
  }
  const provider = providerOf(set)
  if (!set.SILA_PASSWORDS && !provider) {
    throw new Error(
      'The environment cannot be used:\n  SILA_PASSWORDS turns passwords off, and then SILA_OIDC_ISSUER must name where staff sign in, e.g. https://login.association.example',
    )
  }
  const secret = set.SILA_SECRET ?? 'only for demonstration data, never for a real association'
  return {
    databaseUrl: set.DATABASE_URL,
    appUrl: set.DATABASE_APP_URL ?? set.DATABASE_URL,
    walls: set.SILA_WALLS,
    port: set.PORT,
    host: set.HOST,
    secret,
    masterKeys: [set.SILA_MASTER_KEY, set.SILA_MASTER_KEY_BEFORE, secret].flatMap((key) => key ?? []),
    demo: set.SILA_DEMO,
    // A demonstration opens by the password that it shows; a real house does not.
    secondFactor: set.SILA_SECOND_FACTOR ? set.SILA_SECOND_FACTOR === '1' : !set.SILA_DEMO,
    openOperations: set.SILA_OPEN_OPERATIONS,
    origins: listed(set.SILA_ORIGINS),
    proxies: set.SILA_PROXIES,
    clients: set.SILA_CLIENTS,
    files: {
      folder: resolve(set.SILA_FILES),
      clamd: set.SILA_CLAMD,
      patience: set.SILA_FILES_PATIENCE * 1000,
    },
    jobs: set.SILA_JOBS,
    poolSize: set.SILA_POOL,
    auditHead: set.SILA_AUDIT_HEAD,
    backups: set.SILA_BACKUPS,
    log: set.SILA_LOG,
    guestLimits: set.SILA_GUEST_LIMITS,
    provider,
    passwords: set.SILA_PASSWORDS,
    post: {
      smtpUrl: set.SILA_SMTP_URL,
      mailFrom: set.SILA_MAIL_FROM,
      smsUrl: set.SILA_SMS_URL,
      smsToken: set.SILA_SMS_TOKEN,
    },
  }
}
