import { Migration } from '@mikro-orm/migrations'

/** Files that come with words, and the official papers that somebody saw and nobody copied. */
export class Migration20261125000390_files extends Migration {
  override up(): void {
    // The bytes lie in the folder of files, sealed with a key of their own that stands here, itself wrapped: by the key of
    // the person in whose matter it came, or by the house's where nobody is known. Without this row they are noise.
    // An erasure takes the entry; a file that arrives at the same moment goes with it.
    this.addSql(`create table file (
      id uuid primary key, entry_id uuid not null references entry on delete cascade,
      name text not null, size int not null check (size > 0),
      type text check (type in ('JPEG', 'PNG', 'WEBP', 'PDF')),
      state text not null check (state in ('RECEIVING', 'CHECKING', 'RELEASED', 'REFUSED')),
      refusal text check (refusal in ('FILE_TYPE_NOT_TAKEN', 'FILE_BROKEN', 'FILE_UNSAFE')),
      at timestamptz not null, key_of uuid references beneficiary, wrapped bytea, master text,
      check ((state = 'RELEASED') = (wrapped is not null)), check ((state = 'REFUSED') = (refusal is not null)))`)
    this.addSql(`create index on file (entry_id, id)`)
    this.addSql(`create index on file (key_of) where key_of is not null`)
    this.addSql(`create index file_under_way on file (at) where state in ('RECEIVING', 'CHECKING')`)

    this.addSql(`alter table look drop constraint look_what_check`)
    this.addSql(`alter table look add check (what in ('PERSON', 'INTERACTION', 'REQUEST', 'FILE', 'EXPORT'))`)

    // That somebody saw a paper, never what stands in it. What was noted wrongly stays readable as taken back.
    this.addSql(`create table paper_seen (
      id uuid primary key, beneficiary_id uuid not null references beneficiary,
      paper text not null check (paper in ('NATIONAL_ID', 'IQAMA', 'PASSPORT', 'VISA', 'FAMILY_RECORD', 'MARRIAGE_CONTRACT', 'OTHER')),
      seen_at timestamptz not null, seen_by uuid not null references staff, expires_on date,
      unseen_at timestamptz, unseen_by uuid references staff, unseen_reason text,
      check ((unseen_at is null) = (unseen_by is null)))`)
    this.addSql(`create index paper_seen_person on paper_seen (beneficiary_id, id desc)`)
    this.addSql(`create index on paper_seen (seen_by)`)
  }
}
