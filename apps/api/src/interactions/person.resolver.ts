import { Arg, Ctx, FieldResolver, Int, Resolver, Root } from 'type-graphql'
import { Beneficiary } from '../beneficiaries/beneficiary.entity.ts'
import type { PersonRow } from '../beneficiaries/person.columns.ts'
import { shown } from '../beneficiaries/shown.ts'
import { demand } from '../context.ts'
import type { Context } from '../context.ts'
import { afterHelp, firstHelp, pageSize } from '../graphql/connection.ts'
import { readInbox } from './interaction.rows.ts'
import { InteractionConnection } from './interaction.types.ts'

@Resolver(() => Beneficiary)
export class PersonInteractionsResolver {
  @FieldResolver(() => InteractionConnection, {
    description: 'Every matter that the person brought, newest activity first.',
  })
  interactions(
    @Root() person: PersonRow,
    @Ctx() ctx: Context,
    @Arg('first', () => Int, { description: firstHelp }) first: number,
    @Arg('after', () => String, { nullable: true, description: afterHelp }) after?: string,
  ): Promise<InteractionConnection> {
    demand(ctx, 'interaction.read')
    return readInbox(ctx, {
      ...{ first: pageSize(first), after, where: { beneficiaryId: shown(ctx, person).id } },
      wholePeople: true,
    })
  }
}
