import type { Role as RoleKey } from '@sila/domain/permission'
import { Arg, Ctx, Mutation, Query, Resolver } from 'type-graphql'
import { demand } from '../context.ts'
import type { Context } from '../context.ts'
import { StaffRoleEnum } from '../graphql/enums.ts'
import { editRole, resetRole } from './index.ts'
import { previewRole } from './role.preview.ts'
import { readRoles } from './role.rows.ts'
import {
  Role,
  RoleEditInput,
  RolePayload,
  RolePreview,
  RolePreviewInput,
  RoleResetInput,
} from './role.types.ts'

@Resolver()
export class RoleResolver {
  @Query(() => [Role], { description: 'The nine roles and what each holds now; for whoever edits them.' })
  roles(@Ctx() ctx: Context): Promise<Role[]> {
    demand(ctx, 'role.edit')
    return readRoles(ctx)
  }

  @Query(() => RolePreview, {
    description:
      'What somebody would see with a role, before it is saved. Nothing is done in their name; it is noted.',
  })
  rolePreview(
    @Ctx() ctx: Context,
    @Arg('input', () => RolePreviewInput, { description: 'Whose eyes, and with which role.' })
    input: RolePreviewInput,
  ): Promise<RolePreview> {
    return previewRole(ctx, input)
  }

  @Mutation(() => RolePayload, {
    description: 'Draws a role anew; whoever has it sees by it within a second.',
  })
  roleEdit(
    @Ctx() ctx: Context,
    @Arg('role', () => StaffRoleEnum, { description: 'Which role.' }) role: RoleKey,
    @Arg('input', () => RoleEditInput, { description: 'What it is to hold.' }) input: RoleEditInput,
  ): Promise<RolePayload> {
    return editRole(ctx, role, input)
  }

  @Mutation(() => RolePayload, { description: 'Gives a role back what it began with.' })
  roleReset(
    @Ctx() ctx: Context,
    @Arg('role', () => StaffRoleEnum, { description: 'Which role.' }) role: RoleKey,
    @Arg('input', () => RoleResetInput, { description: 'The version that was seen.' }) input: RoleResetInput,
  ): Promise<RolePayload> {
    return resetRole(ctx, role, input)
  }
}
