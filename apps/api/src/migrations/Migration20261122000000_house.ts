import { Migration } from '@mikro-orm/migrations'

/** The house's first tables. Each list's index stands under its table, with the list it serves. */
export class Migration20261122000000_house extends Migration {
  override up(): void {
    this.addSql(`create extension if not exists pg_trgm`)
    this.addSql(`create table association (
      id uuid primary key, name jsonb not null, address jsonb not null, hours jsonb not null, languages text[] not null,
      default_language text not null, phone text, email text, whatsapp text, policy_version int not null,
      policy_since timestamptz not null, demonstration boolean not null default false,
      epoch uuid not null default gen_random_uuid())`)
    this.addSql(`create table team (id uuid primary key, name jsonb not null, languages text[] not null)`)

    this.addSql(`create table auth_user (id text primary key, name text not null, email text not null unique,
      "emailVerified" boolean not null default false, image text,
      "createdAt" timestamptz not null default now(), "updatedAt" timestamptz not null default now())`)
    this.addSql(`create table auth_session (id text primary key, "expiresAt" timestamptz not null, token text not null unique,
      "createdAt" timestamptz not null default now(), "updatedAt" timestamptz not null default now(),
      "ipAddress" text, "userAgent" text, "userId" text not null references auth_user on delete cascade)`)
    this.addSql(`create index on auth_session ("userId")`)
    this.addSql(`create table auth_account (id text primary key, "accountId" text not null, "providerId" text not null,
      "userId" text not null references auth_user on delete cascade, "accessToken" text, "refreshToken" text, "idToken" text,
      "accessTokenExpiresAt" timestamptz, "refreshTokenExpiresAt" timestamptz, scope text, password text,
      "createdAt" timestamptz not null default now(), "updatedAt" timestamptz not null default now())`)
    this.addSql(`create index on auth_account ("userId")`)
    this.addSql(`create table auth_verification (id text primary key, identifier text not null, value text not null,
      "expiresAt" timestamptz not null, "createdAt" timestamptz not null default now(), "updatedAt" timestamptz not null default now())`)
    this.addSql(`create index on auth_verification (identifier)`)

    this.addSql(`create table staff (
      id uuid primary key, user_id text not null unique references auth_user, name text not null, email text not null unique,
      role text not null check (role in ('OFFICER','SUPERVISOR','ANALYST','ADMINISTRATOR')), languages text[] not null,
      team_id uuid references team, availability text not null default 'AVAILABLE', active boolean not null default true)`)
    this.addSql(`create index on staff (team_id)`)

    this.addSql(`create sequence reference_q start 10001`)
    this.addSql(`create sequence reference_r start 10001`)
    this.addSql(`create sequence reference_b start 10001`)

    this.addSql(`create table beneficiary (
      id uuid primary key, number text not null unique, name text not null, name_folded text not null, name_keys text[] not null,
      kind text not null, preferred_language text not null, spoken_languages text[] not null, city text, segment text,
      since timestamptz not null)`)
    this.addSql(
      `create index beneficiary_name_prefix on beneficiary using gin (to_tsvector('simple', name_folded))`,
    )
    this.addSql(`create index beneficiary_name_keys on beneficiary using gin (name_keys)`)
    this.addSql(`create index beneficiary_newest on beneficiary (since desc, id desc)`)
    this.addSql(`create table contact_point (
      id uuid primary key, beneficiary_id uuid not null references beneficiary, type text not null, value text not null,
      preferred boolean not null)`)
    this.addSql(`create index on contact_point (beneficiary_id)`)
    this.addSql(`create index on contact_point (value)`)
    this.addSql(`create index contact_point_suffix on contact_point (reverse(value) text_pattern_ops)`)
    this.addSql(`create table consent (
      id uuid primary key, beneficiary_id uuid not null references beneficiary, purpose text not null, channel text,
      given_at timestamptz not null, withdrawn_at timestamptz)`)
    this.addSql(`create index on consent (beneficiary_id)`)

    this.addSql(`create table service (
      id uuid primary key, key text not null unique, position int not null, active boolean not null default true)`)

    const matter = `
      language text not null, beneficiary_id uuid references beneficiary, assignee_id uuid references staff, team_id uuid references team,
      secret_hash bytea, last_activity_at timestamptz not null, version int not null default 1, open boolean not null,
      due_at timestamptz, due_started_at timestamptz, due_paused_at timestamptz, due_met_at timestamptz`
    this.addSql(`create table interaction (
      id uuid primary key, reference text not null unique, kind text not null, status text not null, channel text not null,
      subject text not null, preview text not null, search_text text not null, anonymous boolean not null,
      received_at timestamptz not null, answered_at timestamptz, closed_at timestamptz, reopened_count int not null default 0,
      waiting_since timestamptz, waiting_reason text, last_inbound_at timestamptz, escalation_level int not null default 0,
      call_tries int not null default 0, social text, letter_number text, link text, recorded_by uuid references staff, ${matter})`)
    this.addSql(`create index interaction_open on interaction (last_activity_at desc, id desc) where open`)
    this.addSql(
      `create index interaction_mine on interaction (assignee_id, last_activity_at desc, id desc) where open`,
    )
    this.addSql(
      `create index interaction_unassigned on interaction (last_activity_at desc, id desc) where open and assignee_id is null`,
    )
    this.addSql(
      `create index interaction_waiting on interaction (last_activity_at desc, id desc) where open and status = 'WAITING'`,
    )
    this.addSql(
      `create index interaction_closed on interaction (last_activity_at desc, id desc) where not open`,
    )
    this.addSql(
      `create index interaction_due on interaction (due_at, id) where open and due_met_at is null and due_paused_at is null and due_at is not null`,
    )
    this.addSql(
      `create index interaction_longest on interaction (waiting_since, id) where open and waiting_since is not null`,
    )
    this.addSql(`create index interaction_received on interaction (received_at desc, id desc)`)
    this.addSql(
      `create index interaction_person on interaction (beneficiary_id, last_activity_at desc, id desc)`,
    )
    this.addSql(`create index interaction_search on interaction using gin (search_text gin_trgm_ops)`)
    this.addSql(`create index on interaction (team_id)`)
    this.addSql(`create table interaction_read (
      staff_id uuid not null references staff, interaction_id uuid not null references interaction, at timestamptz not null,
      primary key (staff_id, interaction_id))`)

    this.addSql(`create table request (
      id uuid primary key, reference text not null unique, service_key text not null references service (key), status text not null,
      form_version int not null, answers jsonb not null, permit_explained boolean not null default false,
      submitted_at timestamptz not null, decided_at timestamptz, fulfilled_at timestamptz, closed_at timestamptz,
      external_reference text, lodged_at timestamptz, external_decided_at timestamptz, contact_due_at timestamptz, contacted_at timestamptz,
      rejection_code text, rejection_text text, needed_items text[] not null default '{}', deliverable text, search_text text not null, ${matter})`)
    this.addSql(`create index request_open on request (last_activity_at desc, id desc) where open`)
    this.addSql(`create index request_ended on request (last_activity_at desc, id desc) where not open`)
    this.addSql(`create index request_all on request (last_activity_at desc, id desc)`)
    this.addSql(`create index request_person on request (beneficiary_id, last_activity_at desc, id desc)`)
    this.addSql(
      `create index request_mine on request (assignee_id, last_activity_at desc, id desc) where open`,
    )
    this.addSql(`create index request_submitted on request (submitted_at)`)
    this.addSql(`create index request_search on request using gin (search_text gin_trgm_ops)`)
    this.addSql(`create index on request (service_key)`)
    this.addSql(`create index on request (team_id)`)

    this.addSql(`create table entry (
      id uuid primary key, interaction_id uuid references interaction, request_id uuid references request,
      type text not null check (type in ('FROM_BENEFICIARY','ANSWER','NOTE')), at timestamptz not null, text text not null,
      language text not null, author_id uuid references staff, check (num_nonnulls(interaction_id, request_id) = 1))`)
    this.addSql(`create index entry_thread on entry (interaction_id, id) where interaction_id is not null`)
    this.addSql(`create index entry_request on entry (request_id, id) where request_id is not null`)
    this.addSql(`create index on entry (author_id)`)

    this.addSql(`create table event (
      id uuid primary key, xid xid8 not null default pg_current_xact_id(), aggregate text not null, aggregate_id uuid not null,
      type text not null, actor_id uuid, visibility text not null check (visibility in ('PUBLIC','STAFF')),
      payload jsonb not null default '{}', at timestamptz not null)`)
    this.addSql(`create index event_feed on event (xid, id)`)
    this.addSql(`create index event_thread on event (aggregate_id, id)`)
    this.addSql(`create index event_time on event using brin (at)`)

    this.addSql(`create table idempotency (
      actor text not null, key text not null, act text not null, input_hash bytea not null, result jsonb, at timestamptz not null default now(),
      primary key (actor, key))`)
    this.addSql(`create index on idempotency (at)`)

    this.addSql(`create unlogged table presence (
      interaction_id uuid not null, staff_id uuid not null, state text not null, at timestamptz not null,
      primary key (interaction_id, staff_id))`)

    this.addSql(`create table channel (
      id uuid primary key, code text not null unique, account text not null, state text not null, hours jsonb not null)`)

    // An invitation knows the person; an answer does not, and nothing joins the two (M3).
    this.addSql(`create table survey_invitation (
      id uuid primary key, interaction_id uuid references interaction, request_id uuid references request,
      beneficiary_id uuid references beneficiary, reference text not null, at timestamptz not null, answered boolean not null default false)`)
    this.addSql(`create unique index on survey_invitation (interaction_id) where interaction_id is not null`)
    this.addSql(`create unique index on survey_invitation (request_id) where request_id is not null`)
    this.addSql(`create index on survey_invitation (beneficiary_id, at desc, id desc)`)
    this.addSql(`create index on survey_invitation (at)`)
    this.addSql(`create table survey_response (
      id uuid primary key default gen_random_uuid(), day date not null, channel text not null, kind text, service_key text, language text not null,
      csat int not null check (csat between 1 and 5), ease int check (ease between 1 and 7), comment text)`)
    this.addSql(`create index on survey_response (day)`)
  }
}
