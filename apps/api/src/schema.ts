import 'reflect-metadata'
import type { GraphQLSchema } from 'graphql'
import { buildSchemaSync, GraphQLISODateTime } from 'type-graphql'
import { ApiKeyResolver } from './api-keys/api-key.resolver.ts'
import { AuditResolver } from './audit/audit.resolver.ts'
import { AssociationResolver } from './association/association.resolver.ts'
import { BeneficiaryResolver } from './beneficiaries/beneficiary.resolver.ts'
import { BreakGlassResolver } from './breakglass/breakglass.resolver.ts'
import { ChannelResolver } from './channels/channel.resolver.ts'
import { InteractionCircleResolver, RequestCircleResolver } from './circle/circle.resolver.ts'
import { FileResolver } from './files/file.resolver.ts'
import { ExportResolver } from './exports/export.resolver.ts'
import { InteractionActsResolver } from './interactions/interaction.acts.resolver.ts'
import { InteractionResolver } from './interactions/interaction.resolver.ts'
import { PersonInteractionsResolver } from './interactions/person.resolver.ts'
import { PresenceResolver } from './interactions/presence.resolver.ts'
import { MineMatterResolver, MineResolver } from './mine/mine.resolver.ts'
import { MinePaperResolver, PaperResolver } from './papers/paper.resolver.ts'
import { ClausePromiseResolver, ClauseResolver, PolicyResolver } from './policy/policy.resolver.ts'
import { IncidentResolver, PersonPrivacyResolver, PrivacyResolver } from './privacy/privacy.resolver.ts'
import { ReportResolver } from './reports/report.resolver.ts'
import { PersonRequestsResolver } from './requests/person.resolver.ts'
import { RequestResolver } from './requests/request.resolver.ts'
import { RetentionResolver } from './retention/retention.resolver.ts'
import { RoleResolver } from './roles/role.resolver.ts'
import { ServiceResolver } from './services/service.resolver.ts'
import { AccountResolver } from './staff/account.resolver.ts'
import { StaffMemberResolver, TeamResolver } from './staff/staff.resolver.ts'
import { SurveyResolver } from './surveys/survey.resolver.ts'
import { TrackedSurveyResolver } from './tracking/tracked-survey.resolver.ts'
import { TrackingResolver } from './tracking/tracking.resolver.ts'

/** Builds the schema from the classes; `schema.graphql` is written from it and reviewed as a file. */
export function makeSchema(): GraphQLSchema {
  // The contract's name; the library calls the same thing DateTimeISO.
  GraphQLISODateTime.name = 'DateTime'
  return buildSchemaSync({
    resolvers: [
      AuditResolver,
      AccountResolver,
      ApiKeyResolver,
      AssociationResolver,
      BeneficiaryResolver,
      ChannelResolver,
      ExportResolver,
      FileResolver,
      IncidentResolver,
      PersonPrivacyResolver,
      PrivacyResolver,
      ClausePromiseResolver,
      ClauseResolver,
      InteractionResolver,
      InteractionActsResolver,
      PersonInteractionsResolver,
      PresenceResolver,
      MineMatterResolver,
      MinePaperResolver,
      MineResolver,
      PaperResolver,
      PolicyResolver,
      ReportResolver,
      PersonRequestsResolver,
      RequestResolver,
      RetentionResolver,
      RoleResolver,
      ServiceResolver,
      StaffMemberResolver,
      SurveyResolver,
      TeamResolver,
      TrackedSurveyResolver,
      TrackingResolver,
      BreakGlassResolver,
      InteractionCircleResolver,
      RequestCircleResolver,
    ],
    // What people may send is checked by the domain, once.
    validate: false,
    // Every subscription reads the feed itself; TypeGraphQL only demands that something stands here.
    pubSub: { publish: unused, subscribe: unused },
  })
}

function unused(): never {
  throw new Error('Subscriptions read the feed (feed/feed.ts); nothing is published past it')
}
