import type { Permission } from '@sila/domain/permission'

/**
 * Who may see a field: anyone; whoever works here; the same with a browser and no key; a beneficiary who proved a phone or an e-mail; whoever holds a
 * permission; nobody. STAFF_ELSE_NULL answers null to everybody else, so what is selected below it asks nothing of them.
 */
export type Policy =
  | Permission
  | 'ANYONE'
  | 'STAFF'
  | 'SIGNED_IN'
  | 'STAFF_ELSE_NULL'
  | 'BENEFICIARY'
  | 'NOBODY'

/** The policies of one type's fields. */
type Fields = Readonly<Record<string, Policy>>

/** The same policy for some fields, named one after the other. */
function allow(policy: Policy, fields: string): Fields {
  return Object.fromEntries(fields.split(' ').map((field) => [field, policy]))
}

const page = 'nodes pageInfo'

/**
 * Every field that the API has, and who may see it. Which rows somebody sees is decided by the rules in
 * packages/domain/src/permission.ts; this says which fields. A field that is not here is shown to nobody, and a spec
 * fails until it is.
 */
export const policies: Readonly<Record<string, Fields>> = {
  Query: {
    ...allow('ANYONE', 'association mine mustEnrol policy service services tracked'),
    ...allow('STAFF_ELSE_NULL', 'me'),
    ...allow('interaction.read', 'interaction interactions inboxCounts'),
    ...allow('request.read', 'request requests'),
    ...allow('beneficiary.read', 'beneficiary beneficiaries'),
    ...allow('channel.read', 'channels'),
    ...allow('staff.read', 'staff teams'),
    // The acts and lists of keys ask themselves for either permission.
    ...allow('SIGNED_IN', 'apiKeys breakGlassOpenings myAccount'),
    ...allow('staff.manage', 'staffAccounts'),
    ...allow('role.edit', 'rolePreview roles'),
    ...allow('privacy.read', 'dataExports'),
    ...allow('report.read', 'report'),
    ...allow('survey.read', 'surveyResults'),
    ...allow('privacy.read', 'auditTrail breakGlassUses dataRights erasures incidents lookSummary'),
    ...allow('privacy.read', 'processingRegister retention'),
  },
  Mutation: {
    ...allow(
      'ANYONE',
      'interactionSubmit requestSubmit trackedReopen trackedReply trackedSurveyAnswer trackedWithdraw',
    ),
    ...allow('ANYONE', 'codeAsk codeProve mineLeave trackedFileLink trackedFileTicket'),
    ...allow('BENEFICIARY', 'mineCorrect mineContactAsk mineContactAdd mineContactRemove mineContactPrefer'),
    ...allow('BENEFICIARY', 'mineConsent mineRightAsk mineExport'),
    ...allow('interaction.record', 'interactionRecord'),
    ...allow(
      'interaction.answer',
      'interactionAnswer interactionTake interactionWait interactionResume interactionReturnCall interactionGiveUpCall interactionShare',
    ),
    ...allow('interaction.note', 'interactionNote requestNote'),
    ...allow('interaction.read', 'fileTicket'),
    ...allow('interaction.assign', 'interactionAssign interactionEscalate'),
    ...allow('interaction.close', 'interactionClose interactionReopen interactionMarkSpam'),
    ...allow('interaction.read', 'interactionRead presenceSet'),
    ...allow('matter.protect', 'interactionProtect requestProtect'),
    ...allow('matter.shield', 'interactionShield requestShield'),
    ...allow('suggestion.decide', 'interactionDecide'),
    ...allow('interaction.answer', 'interactionStudy'),
    ...allow(
      'request.review',
      'requestReview requestAssign requestAskInfo requestResume requestLodge requestReturn requestContact',
    ),
    ...allow('request.decide', 'requestApprove requestReject requestCancel requestMerge'),
    ...allow('request.fulfil', 'requestWaitlist requestStart requestFulfil requestClose'),
    ...allow('breakglass.use', 'breakGlassOpen'),
    // The privacy officer, or whoever opened it: the act itself asks for either.
    ...allow('SIGNED_IN', 'breakGlassEnd'),
    ...allow('beneficiary.edit', 'consentSet paperSee paperUnsee'),
    // Any officer who hears it, and the privacy officer: the act itself asks for either.
    ...allow('STAFF', 'dataRightRecord'),
    ...allow('channel.edit', 'channelUpdate'),
    ...allow(
      'privacy.act',
      'dataRightAnswer dataRightExtend incidentRecord incidentTell legalHoldPlace legalHoldLift retentionSet',
    ),
    ...allow('person.export', 'personExport'),
    ...allow('person.erase', 'personErase'),
    ...allow('SIGNED_IN', 'accountEndSession accountEndOtherSessions apiKeyCreate apiKeyEnd'),
    ...allow('role.edit', 'roleEdit roleReset'),
    ...allow('report.export', 'matterExport reportExport'),
    ...allow('privacy.read', 'registerExport'),
    ...allow('staff.manage', 'staffDisable staffEnable staffEndSessions staffResetSecondFactor'),
  },
  Subscription: {
    ...allow('ANYONE', 'trackedFeed'),
    ...allow('interaction.read', 'interactionFeed presence'),
    ...allow('request.read', 'requestFeed'),
    ...allow('privacy.read', 'breakGlassFeed'),
  },

  // What everybody may read: the association, its policy, its services, and one's own matter by its secret.
  Association: allow(
    'ANYONE',
    'address defaultLanguage demonstration email hours languages name phone whatsapp',
  ),
  Clause: allow('ANYONE', 'id promise section text'),
  ClausePromise: allow('ANYONE', 'comparison enough indicator kept method n period target unit value'),
  PageInfo: allow('ANYONE', 'endCursor hasNextPage'),
  Period: allow('ANYONE', 'from to'),
  Policy: allow('ANYONE', 'association clauses inForceSince title version'),
  Problem: allow('ANYONE', 'code field message'),
  Service: allow('ANYONE', 'audience form id key name needs requiresPermit summary workingDays'),
  Receipt: allow('ANYONE', 'promisedAt receivedAt reference secret trackingPath'),
  InteractionSubmitPayload: allow('ANYONE', 'problems receipt'),
  RequestSubmitPayload: allow('ANYONE', 'problems receipt'),
  Tracked: {
    ...allow(
      'ANYONE',
      'canReopen canReply entries externalReference interactionStatus kind language neededItems',
    ),
    ...allow('ANYONE', 'neededUntil paused promisedAt receivedAt reference rejectionText reopenUntil'),
    ...allow('ANYONE', 'requestStatus service steps survey type waitingReason'),
  },
  TrackedFeedItem: allow('ANYONE', 'cursor event reset tracked'),
  TrackedPayload: allow('ANYONE', 'problems tracked'),
  TrackedStep: allow('ANYONE', 'at current key'),
  TrackedSurvey: allow('ANYONE', 'answered form'),
  EntryConnection: allow('ANYONE', page),
  EntryFile: allow('ANYONE', 'at id name refusal size state type'),
  FileLinkPayload: allow('ANYONE', 'path problems'),
  FileTicketPayload: allow('ANYONE', 'fileId problems ticket'),
  // Threads are read without their authors for whoever is not of the staff (interactions/entry.rows.ts).
  Entry: {
    ...allow('ANYONE', 'at detail event files id language text type'),
    ...allow('STAFF_ELSE_NULL', 'author'),
  },

  // One's own record: only ever that of whoever proved a phone or an e-mail, null for everybody else.
  CodePayload: allow('ANYONE', 'problems ticket'),
  Mine: {
    ...allow(
      'ANYONE',
      'city consents contactPoints looks matters name number papers preferredLanguage rights',
    ),
  },
  MineConsent: allow('ANYONE', 'at channel given purpose'),
  MineContact: allow('ANYONE', 'id preferred type value'),
  MineExportPayload: allow('BENEFICIARY', 'export problems'),
  MineLook: allow('ANYONE', 'at emergency id name what'),
  MineLookConnection: allow('ANYONE', page),
  MineMatter: {
    ...allow('ANYONE', 'id interactionStatus kind language lastActivityAt open receivedAt reference'),
    ...allow('ANYONE', 'requestStatus service subject type'),
  },
  MineMatterConnection: allow('ANYONE', page),
  MinePaper: allow('ANYONE', 'expiresOn id paper seenAt'),
  MinePayload: allow('ANYONE', 'mine problems'),
  MineRight: allow('ANYONE', 'answer answeredAt dueAt extensionReason id outcome receivedAt right'),

  // Matters: the rows are held to scope and circle.
  Interaction: {
    ...allow(
      'interaction.read',
      'acts anonymous answeredAt assignee channel closedAt decidedFirst due entries',
    ),
    ...allow(
      'interaction.read',
      'escalationLevel id kind language lastActivityAt preview receivedAt reference',
    ),
    ...allow('interaction.read', 'status subject team unread version viewers waitingReason'),
    ...allow('interaction.read', 'aboutStaff canProtect canShield circle openUntil sensitivity'),
    ...allow('beneficiary.read', 'beneficiary'),
  },
  InboxCounts: allow('interaction.read', 'all mine overdue requests unassigned waiting'),
  InteractionConflict: allow('interaction.read', 'newEntries version'),
  InteractionConnection: allow('interaction.read', page),
  InteractionFeedItem: allow('interaction.read', 'counts cursor event gone interaction reset'),
  InteractionPayload: allow('interaction.read', 'conflict interaction problems receipt'),
  Presence: allow('interaction.read', 'at staff state'),
  Request: {
    ...allow(
      'request.read',
      'acts answers assignee contactDueAt contactedAt decidedAt decidedFirst deliverable',
    ),
    ...allow('request.read', 'due entries externalDecidedAt externalReference formVersion fulfilledAt id'),
    ...allow('request.read', 'language lastActivityAt lodgedAt neededItems reference rejectionCode'),
    ...allow('request.read', 'rejectionText service status submittedAt team version'),
    ...allow('request.read', 'aboutStaff canProtect canShield circle openUntil sensitivity'),
    ...allow('beneficiary.read', 'beneficiary'),
  },
  RequestConflict: allow('request.read', 'newEntries version'),
  RequestConnection: allow('request.read', page),
  RequestFeedItem: allow('request.read', 'cursor event gone request reset'),
  RequestPayload: allow('request.read', 'conflict problems request'),
  Due: allow('STAFF', 'at met metAt pausedAt startedAt'),

  // People.
  Beneficiary: {
    ...allow(
      'beneficiary.read',
      'city consents contactPoints id invitations kind name number preferredLanguage',
    ),
    ...allow('beneficiary.read', 'papers segment since spokenLanguages'),
    ...allow('interaction.read', 'interactions'),
    ...allow('request.read', 'requests'),
    ...allow('privacy.read', 'legalHolds looks'),
  },
  BeneficiaryConnection: allow('beneficiary.read', page),
  BeneficiaryPayload: allow('beneficiary.read', 'beneficiary problems'),
  Consent: allow('beneficiary.read', 'channel givenAt id purpose withdrawnAt'),
  ContactPoint: allow('beneficiary.read', 'id preferred type value'),
  Invitation: allow('beneficiary.read', 'answered at id reference'),
  InvitationConnection: allow('beneficiary.read', page),

  // What was opened in an emergency.
  BreakGlassEndPayload: allow('STAFF', 'problems'),
  BreakGlassFeedItem: allow('privacy.read', 'cursor reset use'),
  BreakGlassOpenPayload: allow('breakglass.use', 'opening problems'),
  BreakGlassOpening: allow('STAFF', 'id matterId matterType reference until'),
  BreakGlassUse: {
    ...allow('privacy.read', 'at endedAt endedBy id looks matterType open reason reference staff until'),
  },
  BreakGlassUseConnection: allow('privacy.read', page),
  PaperPayload: allow('beneficiary.edit', 'beneficiary problems'),
  PaperSeen: allow('beneficiary.read', 'expiresOn id paper seenAt seenBy unseenAt unseenReason'),

  // The privacy officer's desk. Any officer may write down what somebody asked for.
  DataExport: allow('privacy.read', 'at beneficiary by filter id rows what'),
  DataExportConnection: allow('privacy.read', page),
  // The act itself asks for the permission.
  ExportPayload: allow('STAFF', 'file problems'),
  ExportedFile: allow('STAFF', 'name rows text'),
  DataRightConnection: allow('privacy.read', page),
  DataRightPayload: allow('STAFF', 'dataRight problems'),
  DataRightRequest: {
    ...allow('STAFF', 'answer answeredAt beneficiary channel dueAt extendable extendedAt extensionReason id'),
    ...allow('STAFF', 'outcome receivedAt right state text'),
  },
  Erasure: allow('privacy.read', 'at by ground id rows'),
  ErasureConnection: allow('privacy.read', page),
  Incident: {
    ...allow('privacy.read', 'classes discoveredAt id measures notice noticeDueAt notifiedAt people'),
    ...allow('privacy.read', 'peopleToldAt state what'),
  },
  IncidentConnection: allow('privacy.read', page),
  IncidentPayload: allow('privacy.act', 'incident problems'),
  LegalHold: allow('privacy.read', 'id liftedAt placedAt reason'),
  LegalHoldPayload: allow('privacy.act', 'beneficiary problems'),
  Look: allow('privacy.read', 'at emergency id staff what'),
  LookConnection: allow('privacy.read', page),
  LookCount: allow('privacy.read', 'listed looks people staff unusual'),
  LookSummary: allow('privacy.read', 'counts median'),
  PersonErasePayload: allow('person.erase', 'problems rows'),
  PersonExportPayload: allow('person.export', 'export problems'),
  ProcessingLine: allow(
    'privacy.read',
    'class column erasure exportable months purpose record subject table',
  ),
  AuditCheck: allow('privacy.read', 'at damages rows unsealed'),
  AuditTrail: allow('privacy.read', 'check head'),
  Retention: allow('privacy.read', 'lastRunAt nextRunAt runs settings'),
  RetentionRun: allow('privacy.read', 'begunAt erased examined held open record'),
  RetentionSetPayload: allow('privacy.act', 'problems setting'),
  RetentionSetting: allow(
    'privacy.read',
    'defaultMonths least months most permanent reason record setAt setBy',
  ),

  // Figures: no person is behind a number.
  Report: allow('report.read', 'columns n period rows truncated'),
  ReportColumn: allow('report.read', 'key label type unit'),
  ReportRow: allow('report.read', 'keys n suppressed values'),
  ScoreCount: allow('survey.read', 'count score'),
  SurveyResults: {
    ...allow('survey.read', 'answered comments csat distribution easeDistribution enough invited period'),
    ...allow('survey.read', 'responseRate'),
  },

  // The house.
  ApiKey: allow('SIGNED_IN', 'budget endedAt expiresAt id madeAt mark name open owner scopes usedOn'),
  ApiKeyCreatePayload: allow('SIGNED_IN', 'apiKey key problems'),
  ApiKeyEndPayload: allow('SIGNED_IN', 'apiKey problems'),
  Budget: allow('SIGNED_IN', 'day hour'),
  BudgetSpan: allow('SIGNED_IN', 'left limit renewsAt'),
  Channel: allow('channel.read', 'account clause code hours id lastReceivedAt receivedToday state'),
  ChannelHours: allow('channel.read', 'day from to'),
  ChannelPayload: allow('channel.edit', 'channel problems'),
  Me: allow('STAFF', 'masked permissions staff'),
  MyAccount: allow('SIGNED_IN', 'passkeys sessions totp'),
  MyAccountPayload: allow('SIGNED_IN', 'account problems'),
  PreviewCount: allow('role.edit', 'drawn now'),
  PreviewFields: allow('role.edit', 'closed masked opened type'),
  PreviewMatter: allow('role.edit', 'id lastActivityAt reference'),
  Role: allow('role.edit', 'began changed changedAt changedBy grants holders key version'),
  RoleGrants: allow('role.edit', 'masked permissions scope'),
  RolePayload: allow('role.edit', 'problems role'),
  RolePreview: allow('role.edit', 'fields gained interactions lost masked matters people requests'),
  StaffAccount: allow('staff.manage', 'active id passkeys sessions signedInAt staff totp'),
  StaffAccountPayload: allow('staff.manage', 'account problems'),
  StaffPasskey: allow('SIGNED_IN', 'addedAt id name'),
  StaffSession: allow('SIGNED_IN', 'current endsAt id startedAt userAgent way'),
  StaffMember: allow('STAFF', 'availability email id languages name role team'),
  Team: allow('STAFF', 'id languages name'),
}
