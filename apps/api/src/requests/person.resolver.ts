import { Arg, Ctx, FieldResolver, Int, Resolver, Root } from 'type-graphql'
import { Beneficiary } from '../beneficiaries/beneficiary.entity.ts'
import type { PersonRow } from '../beneficiaries/person.columns.ts'
import { shown } from '../beneficiaries/shown.ts'
import { demand } from '../context.ts'
import type { Context } from '../context.ts'
import { afterHelp, firstHelp, pageSize } from '../graphql/connection.ts'
import { readQueue } from './request.rows.ts'
import { RequestConnection } from './request.types.ts'

@Resolver(() => Beneficiary)
export class PersonRequestsResolver {
  @FieldResolver(() => RequestConnection, {
    description: 'Every request of the person, newest activity first.',
  })
  requests(
    @Root() person: PersonRow,
    @Ctx() ctx: Context,
    @Arg('first', () => Int, { description: firstHelp }) first: number,
    @Arg('after', () => String, { nullable: true, description: afterHelp }) after?: string,
  ): Promise<RequestConnection> {
    demand(ctx, 'request.read')
    return readQueue(ctx, { first: pageSize(first), after, beneficiaryId: shown(ctx, person).id })
  }
}
