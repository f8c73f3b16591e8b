import type { RequestStatus } from '@sila/domain/request'
import { Field, ID, InputType } from 'type-graphql'
import { RequestStatusEnum } from '../graphql/enums.ts'
import { oneOf, sameId, searchWhere } from '../interactions/interaction.filter.ts'

@InputType({
  description: 'Which requests; all conditions must hold. A list may hold 50 values at the most.',
})
export class RequestFilter {
  @Field(() => [RequestStatusEnum], { nullable: true, description: 'One of these states.' })
  status?: RequestStatus[] | null

  @Field(() => Boolean, { nullable: true, description: 'Only open ones, or only ended ones.' })
  open?: boolean | null

  @Field(() => String, { nullable: true, description: 'For this service, by key.' })
  service?: string | null

  @Field(() => [String], { nullable: true, description: 'One of these languages, by code.' })
  language?: string[] | null

  @Field(() => ID, { nullable: true, description: 'Assigned to this person.' })
  assigneeId?: string | null

  @Field(() => String, {
    nullable: true,
    description: 'A reference, or words of the service or the name; 200 signs at the most.',
  })
  search?: string | null
}

/** The conditions of a filter. */
export function requestWhere(filter: RequestFilter, param: (value: unknown) => string): string[] {
  return [
    // Written out, not as a parameter: only so can the partial indexes of the queue serve it.
    ...(filter.open === true ? ['r.open'] : filter.open === false ? ['not r.open'] : []),
    ...oneOf('r.status', filter.status, param),
    ...(filter.service ? [`r.service_key = ${param(filter.service)}`] : []),
    ...oneOf('r.language', filter.language, param),
    ...sameId('r.assignee_id', filter.assigneeId, param),
    ...searchWhere('r', filter.search, param),
  ]
}
