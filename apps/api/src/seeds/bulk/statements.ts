// Everything that can be made by the database itself is: a row that never travels is a row that costs little.

/** A sortable id made of a time and a number; the same again for the same. */
export const makeIds = `create function pg_temp.made_id(salt text, n int, at timestamptz) returns uuid language sql immutable parallel safe as $$
  select (lpad(to_hex((extract(epoch from at) * 1000)::bigint), 12, '0') || '7' || substr(h, 1, 3) || 'a' || substr(h, 4, 15))::uuid
  from md5(salt || n) as h $$`

/** People, texts and references as they are filled from outside. */
export const tables = [
  `create temp table person (n int primary key, id uuid, number text, name text, name_folded text, name_keys text[], language text, since timestamptz)`,
  `create temp table story (language text, k int, kind text, subject text, text text, answer text, primary key (language, k))`,
  `create temp table numbered (n int primary key, reference text)`,
]

export const people = `insert into beneficiary (id, number, name, name_folded, name_keys, kind, preferred_language, spoken_languages, city, segment, since)
  select id, number, name, name_folded, name_keys, 'INDIVIDUAL', language, array[language],
    (array['بدر','ينبع','المدينة المنورة','الرايس','الواسطة'])[1 + n % 5],
    (array['RESIDENT_WORKER','FAMILY','NEW_MUSLIM','RESIDENT_WORKER','INQUIRER','STUDENT','DOMESTIC_WORKER'])[1 + n % 7], since
  from person`

// +966 52 is assigned to nobody.
export const contacts = `insert into contact_point (id, beneficiary_id, type, value, preferred)
  select pg_temp.made_id('contact', n, since), id, (array['WHATSAPP','PHONE'])[1 + n % 2], '+96652' || lpad((n * 37 % 10000000)::text, 7, '0'), true from person`

/** Two years of matters, evenly; the last two of a hundred are still open. $1 how many, $2 people, $3 now. */
export const plan = `create temp table plan as
  select n, at, pg_temp.made_id('matter', n, at) as id, n > $1::int * 0.98 as open,
    case when kind = 7 then 'COMPLAINT' else null end as forced, person_n, r
  from (select n, $3::timestamptz - (($1::int - n + random()) * (interval '730 days' / $1::int)) as at,
    1 + floor(random() * $2::int)::int as person_n, floor(random() * 1000)::int as r, n % 20 as kind from generate_series(1, $1::int) n) numbers`

export const matters = `insert into interaction (id, reference, kind, status, channel, subject, preview, search_text, anonymous, received_at, answered_at, closed_at,
    waiting_since, waiting_reason, last_inbound_at, escalation_level, call_tries, reopened_count, language, beneficiary_id, assignee_id, team_id, secret_hash,
    last_activity_at, version, open, due_at, due_started_at, due_paused_at, due_met_at, link, social)
  select p.id, x.reference, s.kind, st.status, c.channel, s.subject, left(s.answer, 160), s.folded || ' ' || b.name_folded, false, p.at,
    case when not p.open or st.status = 'ANSWERED' then p.at + spent end, case when not p.open then p.at + spent * 1.5 end,
    case when p.open and st.status in ('ACKNOWLEDGED', 'ASSIGNED') then p.at end, case when st.status = 'WAITING' then s.subject end,
    p.at, 0, 0, 0, b.language, b.id,
    case when st.status <> 'ACKNOWLEDGED' then (select array_agg(id order by id) from staff where role <> 'ANALYST')[1 + p.r % greatest(1, (select count(*)::int from staff where role <> 'ANALYST'))] end,
    (select array_agg(id order by id) from team)[1 + p.r % greatest(1, (select count(*)::int from team))],
    sha256(p.id::text::bytea), p.at + case when p.open then spent / 4 else spent * 1.5 end, 3 + p.r % 4, p.open,
    p.at + interval '3 days', p.at, case when st.status = 'WAITING' then p.at + spent / 4 end, case when not p.open or st.status = 'ANSWERED' then p.at + spent end,
    case when c.channel = 'FEEDBACK_LINK' then 'reception' end, case when c.channel = 'SOCIAL' then 'WHATSAPP' end
  from plan p
  join numbered x on x.n = p.n
  join person b on b.n = p.person_n
  join (select *, k - 1 as k0, count(*) over (partition by language) as stories, lower(subject) as folded from story) s
    on s.language = b.language and s.k0 = p.r % s.stories
  cross join lateral (select interval '1 hour' * (1 + p.r % 60) as spent,
    (array['WEBSITE','SOCIAL','PHONE','WEBSITE','VISIT','EMAIL','SOCIAL','FEEDBACK_LINK','WEBSITE','LETTER'])[1 + p.n % 10] as channel) c
  cross join lateral (select case when not p.open then 'CLOSED'
    else (array['ASSIGNED','ACKNOWLEDGED','WAITING','ANSWERED','ASSIGNED','ACKNOWLEDGED','ASSIGNED'])[1 + p.n % 7] end as status) st`

export const questions = `insert into entry (id, interaction_id, type, at, text, language)
  select pg_temp.made_id('question', p.n, p.at), p.id, 'FROM_BENEFICIARY', p.at, s.text, i.language
  from plan p join interaction i on i.id = p.id
  join (select *, k - 1 as k0, count(*) over (partition by language) as stories from story) s on s.language = i.language and s.k0 = p.r % s.stories`

export const answers = `insert into entry (id, interaction_id, type, at, text, language, author_id)
  select pg_temp.made_id('answer', p.n, p.at + interval '30 minutes'), p.id, case when i.status in ('CLOSED', 'ANSWERED') then 'ANSWER' else 'NOTE' end,
    p.at + interval '30 minutes', i.preview, i.language, i.assignee_id
  from plan p join interaction i on i.id = p.id`

/** Some threads are long, so that a page of fifty lines can be measured. */
export const longThreads = `insert into entry (id, interaction_id, type, at, text, language, author_id)
  select pg_temp.made_id('more' || line, p.n, p.at + line * interval '1 minute'), p.id,
    (array['FROM_BENEFICIARY', 'ANSWER'])[1 + line % 2], p.at + line * interval '1 minute', i.preview, i.language, case when line % 2 = 1 then i.assignee_id end
  from plan p join interaction i on i.id = p.id cross join generate_series(31, 100) line
  where p.open and p.n % 50 = 0`

export const events = `insert into event (id, aggregate, aggregate_id, type, actor_id, visibility, payload, at)
  select pg_temp.made_id('event', p.n, p.at), 'interaction', p.id, 'interaction.submitted', null, 'PUBLIC',
    jsonb_build_object('kind', i.kind, 'status', 'ACKNOWLEDGED', 'channel', i.channel, 'version', 1), p.at
  from plan p join interaction i on i.id = p.id`

/** What makes filling slow is put off: secondary indexes of these tables, as they are defined now. */
export const indexes = `select indexname as name, indexdef as definition from pg_indexes x
  where schemaname = current_schema() and tablename in ('interaction', 'entry', 'event', 'beneficiary', 'contact_point')
  and not exists (select from pg_constraint c where c.conname = x.indexname)`
