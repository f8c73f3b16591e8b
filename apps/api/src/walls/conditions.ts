import type { Permission } from '@sila/domain/permission'

// What policies are made of. Each look at a variable is a select of its own, so that it is taken once for a statement
// and not once for a row; a variable that is not set is null, and what is compared with null is not shown.
const variable = (name: string) => `(select nullif(current_setting('app.${name}', true), ''))`
const holds = (type: string, permissions: readonly Permission[]) =>
  `coalesce((select current_setting('app.actor', true) = '${type}' and nullif(current_setting('app.permissions', true), '')::text[] && '{${permissions.join()}}'), false)`
const speaks = (...types: string[]) =>
  `coalesce((select current_setting('app.actor', true) in (${types.map((type) => `'${type}'`).join()})), false)`

/** Somebody who is signed in. */
export const staff = speaks('STAFF')
/** Somebody who works here, masked or not: for what of the house itself every colleague may know. */
export const colleague = speaks('STAFF', 'MASKED')
/** Anybody who brings something, or does something. */
export const anybody = speaks('STAFF', 'GUEST', 'BENEFICIARY')
/** Anybody at all in whose name is spoken. */
export const reader = speaks('STAFF', 'MASKED', 'GUEST', 'BENEFICIARY')
/** The member of staff who speaks. */
export const me = `${variable('staff_id')}::uuid`
/** The matter that was opened by its secret, that is being brought, or that this act was let to. */
export const heldMatter = `${variable('matter_id')}::uuid`
/** Whether a row is of the person who proved to be that person. */
export const ofMyself = (column: string) => `coalesce(${column} = ${variable('beneficiary_id')}::uuid, false)`
/** Under whom the keys of acts are kept. */
export const actorKey = `(select coalesce(nullif(current_setting('app.staff_id', true), ''), nullif(current_setting('app.actor', true), '')))`

/** Whether whoever is signed in holds one of the permissions. */
export const may = (...permissions: Permission[]) => holds('STAFF', permissions)
/** Whether whoever reads with everything personal blanked holds it; to them the tables themselves show nobody. */
export const maskedMay = (permission: Permission) => holds('MASKED', [permission])

const scope = (name: string) => `coalesce((select current_setting('app.scope', true) = '${name}'), false)`
const teams = `coalesce((select nullif(current_setting('app.team_ids', true), '')::uuid[]), '{}')`

/** Whether an opening of `break_glass g` runs: the clock of the database shuts it, or the row of its end. */
export const opensNow = `(g.until > now() and not exists (select from break_glass_end e where e.break_glass_id = g.id))`

/**
 * The matters that whoever speaks has opened in an emergency. A function, so that its tables and their own policies are
 * planned once a connection, and not in every statement for each table whose rows hang on a matter. It reads as whoever
 * calls it, so the same policies hold it.
 */
export const openedNow = `create or replace function public.opened_now() returns uuid[] language plpgsql stable as $$ begin
    return array(select g.matter_id from break_glass g where g.staff_id = ${me} and ${opensNow}); end $$`

/**
 * Whether a matter complains of whoever speaks. It reads as the owner, since that is what they must not see of it: the
 * answer takes away from what they see, and shows nothing.
 */
export const complainsOfMe = `create or replace function public.complains_of_me(matter uuid) returns boolean
  language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$ begin
    return exists (select from public.interaction m where m.id = matter and m.about_staff_id = ${me})
      or exists (select from public.request m where m.id = matter and m.about_staff_id = ${me}); end $$`

// Opened in an emergency: the row in break_glass shows it.
const opened = `(${may('breakglass.use')} and id = any (coalesce((select public.opened_now()), '{}')))`

/** The same rules as in packages/domain/src/permission.ts; the matrix of specs holds the two together. */
export const withinReach = `((${scope('ALL')} or assignee_id = ${me}
      or ((team_id is null or team_id = any (${teams})) and (assignee_id is null or not ${scope('OWN')})))
    and (sensitivity is null or assignee_id = ${me} or ${me} = any (circle) or ${may('sensitive.read')})
    or ${opened})
  and (about_staff_id is null or about_staff_id <> ${me})`

/** Whether a matter may be seen: by permission and reach, because it is one's own, or because it is held already. */
export const visibleMatter = (permission: 'interaction.read' | 'request.read') =>
  `(id = ${heldMatter} or ${ofMyself('beneficiary_id')} or (${may(permission)} and ${withinReach}))`

/**
 * Whether the row that a column names is shown: that row's own policy decides. Asked as one value, since of an `exists`
 * PostgreSQL plans two ways at once, each with all that the policy below looks at.
 */
export const isShown = (table: string, column: string) =>
  `coalesce((select true from ${table} shown where shown.id = ${column}), false)`

/** Whether a row belongs to a matter that may be seen: the matter itself is asked, whose policy decides. */
export const ofVisible = (table: 'interaction' | 'request', column: string) =>
  `(${column} = ${heldMatter} or ${isShown(table, column)})`
