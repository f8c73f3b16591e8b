import { getNamedType, isListType, isNonNullType, isObjectType, isScalarType } from 'graphql'
import type { GraphQLOutputType, GraphQLSchema } from 'graphql'
import { maskedFacts } from '../walls/masked-facts.ts'

/**
 * What masked eyes get of a field: what it holds, a blank, a name that was made up for the person, the month, a place in
 * a list that tells nothing, or a refusal of the whole question.
 */
export type Mask = 'CLEAR' | 'BLANK' | 'PSEUDONYM' | 'MONTH' | 'SEALED' | 'REFUSED'

const list = (names: string) => new Set(names.split(' '))

// Types that hold nobody whom the association serves.
const clear = list(
  `ApiKey ApiKeyCreatePayload ApiKeyEndPayload Association Budget BudgetSpan Channel ChannelHours Clause ClausePromise Due ExportedFile ExportPayload InboxCounts InteractionConnection
  EntryConnection BeneficiaryConnection InvitationConnection  Me MyAccount MyAccountPayload Period Policy Problem Report
  ReportColumn ReportRow RequestConnection ScoreCount Service StaffMember StaffPasskey StaffSession SurveyResults Team`.replaceAll(
    /\s+/g,
    ' ',
  ),
)
// Where a question may begin. Nothing is followed live, and nothing done but with one's own sign-in and keys, and exports.
const beginnings: Readonly<Record<string, ReadonlySet<string>>> = {
  Query: list(
    'apiKeys association beneficiaries channels inboxCounts interaction interactions me mustEnrol myAccount policy report request requests service services staff surveyResults teams',
  ),
  Mutation: list(
    'accountEndSession accountEndOtherSessions apiKeyCreate apiKeyEnd matterExport reportExport',
  ),
}
const special: Readonly<Record<string, Mask>> = {
  'Beneficiary.id': 'PSEUDONYM',
  'Beneficiary.since': 'MONTH',
  'PageInfo.endCursor': 'SEALED',
  'PageInfo.hasNextPage': 'CLEAR',
  // Nobody's, but people name themselves and others in it.
  'SurveyResults.comments': 'BLANK',
}
const byType = new Map(
  Object.values(maskedFacts).flatMap((facts) => (facts.type ? [[facts.type, facts]] : [])),
)

/** What masked eyes get of a field; what no table names is not shown. */
export function maskOf(type: string, field: string): Mask {
  if (field === '__typename' || type.startsWith('__') || field === '__schema' || field === '__type')
    return 'CLEAR'
  const known = special[`${type}.${field}`]
  if (known) return known
  const first = beginnings[type]
  if (first) return first.has(field) ? 'CLEAR' : 'REFUSED'
  if (clear.has(type)) return 'CLEAR'
  const facts = byType.get(type)
  if (!facts) return 'REFUSED'
  const column = field.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)
  return facts.columns.includes(column) || facts.beside?.includes(field) ? 'CLEAR' : 'BLANK'
}

// By the names of what is sent along: what to show, and facts to look for.
const shown = list(
  'after by first id in key language measures period sort dimension from to input clientMutationId',
)
const soughtBy = list('assigneeId channel folder kind open service status teamId')

/** Whether masked eyes may send it along: nobody is looked for by words, by a person, or by what leads to one. */
export function maySend(name: string): boolean {
  return shown.has(name) || soughtBy.has(name) || name === 'where'
}

/** What stands for a value that is not shown; nothing where the schema lets nothing stand there. */
export function blankOf(type: GraphQLOutputType): unknown {
  if (!isNonNullType(type)) return null
  if (isListType(type.ofType)) return []
  const named = getNamedType(type)
  if (isScalarType(named)) return blankScalars[named.name]
  if (isObjectType(named) && named.getFields()['pageInfo'])
    return { nodes: [], pageInfo: { hasNextPage: false, endCursor: null } }
  return undefined
}

const blankScalars: Readonly<Record<string, unknown>> = { String: '•••', JSON: {}, Boolean: false }

/** Fields that would be blanked, and for which nothing can stand: a spec holds this list empty. */
export function withoutBlank(schema: GraphQLSchema): string[] {
  return Object.values(schema.getTypeMap()).flatMap((type) =>
    isObjectType(type)
      ? Object.values(type.getFields()).flatMap((field) =>
          maskOf(type.name, field.name) === 'BLANK' && blankOf(field.type) === undefined
            ? [`${type.name}.${field.name}`]
            : [],
        )
      : [],
  )
}
