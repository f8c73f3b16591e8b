import { Beneficiary } from './beneficiaries/beneficiary.entity.ts'
import { Consent } from './beneficiaries/consent.entity.ts'
import { ContactPoint } from './beneficiaries/contact-point.entity.ts'
import { Channel } from './channels/channel.entity.ts'
import { Entry } from './interactions/entry.entity.ts'
import { Interaction } from './interactions/interaction.entity.ts'
import { Request } from './requests/request.entity.ts'
import { StaffMember } from './staff/staff-member.entity.ts'
import { Team } from './staff/team.entity.ts'
import { SurveyInvitation } from './surveys/invitation.entity.ts'
import { SurveyResponse } from './surveys/response.entity.ts'

/** Every class that is a table. */
export const entities = [
  Beneficiary,
  Channel,
  Consent,
  ContactPoint,
  Entry,
  Interaction,
  Request,
  StaffMember,
  SurveyInvitation,
  SurveyResponse,
  Team,
]
