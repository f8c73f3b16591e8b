/** How a fact is read as text, so that every bit of it counts: a time with its microseconds, JSON in one order of keys. */
export type Form = 'plain' | 'time' | 'json' | 'bytes'

/** What of a table the audit trail holds on to, by the properties of its rows. */
export type AuditedTable = {
  /** What stands for ever; the id and the table are part of it. */
  facts: Readonly<Record<string, Form>>
  /** What erasure may take words or a person from. */
  erasable?: Readonly<Record<string, Form>>
}

/**
 * The audited tables. One more is a line here, and columns in its migration: `xid` and `mark`, and `salt` where
 * something in it is erasable; whoever adds rows adds `markOf` to each (audit/mark.ts).
 */
export const auditedTables = {
  event: {
    facts: {
      aggregate: 'plain',
      aggregateId: 'plain',
      type: 'plain',
      actorId: 'plain',
      visibility: 'plain',
      at: 'time',
    },
    erasable: { payload: 'json', before: 'json' },
  },
  look: {
    facts: { staffId: 'plain', what: 'plain', quarter: 'time', at: 'time', breakGlassId: 'plain' },
    erasable: { beneficiaryId: 'plain' },
  },
  break_glass: {
    facts: {
      staffId: 'plain',
      matterType: 'plain',
      matterId: 'plain',
      reference: 'plain',
      at: 'time',
      until: 'time',
    },
    erasable: { beneficiaryId: 'plain', sealedReason: 'bytes', sealedFor: 'plain' },
  },
  break_glass_end: { facts: { breakGlassId: 'plain', at: 'time', byId: 'plain' } },
  data_export: {
    facts: { staffId: 'plain', what: 'plain', filter: 'json', rows: 'plain', at: 'time' },
    erasable: { beneficiaryId: 'plain' },
  },
  erasure: { facts: { at: 'time', byId: 'plain', ground: 'plain', rows: 'plain' } },
  redaction: { facts: { rowTable: 'plain', rowId: 'plain', causeId: 'plain', remains: 'bytes', at: 'time' } },
  retention_run: {
    facts: {
      begunAt: 'time',
      at: 'time',
      record: 'plain',
      examined: 'plain',
      erased: 'plain',
      held: 'plain',
      open: 'plain',
    },
  },
  restoration: { facts: { at: 'time', madeAt: 'time', seals: 'plain', erased: 'plain' } },
} as const satisfies Record<string, AuditedTable>

/** One of the audited tables. */
export type AuditedName = keyof typeof auditedTables

const tables: Readonly<Record<string, AuditedTable>> = auditedTables

/** The audited tables by name, for whoever walks them. */
export const auditedList: readonly (readonly [string, AuditedTable])[] = Object.entries(tables)

/** What the trail holds on to of a table; undefined where it is not audited. */
export function auditedTable(name: string): AuditedTable | undefined {
  return Object.hasOwn(tables, name) ? tables[name] : undefined
}
