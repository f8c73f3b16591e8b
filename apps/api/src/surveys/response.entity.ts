import { Entity, PrimaryKey, Property } from '@mikro-orm/decorators/legacy'

/** An anonymous answer: no moment, a random id, not a sortable one; no person, no staff, no reference (M3). */
@Entity({ tableName: 'survey_response' })
export class SurveyResponse {
  @PrimaryKey({ type: 'uuid' })
  id!: string

  /** While it waits, the first day of the month in which it came; then the day on which its batch was counted. */
  @Property({ type: 'date' })
  day!: string

  /** Whether figures count it: with a batch of its kind (survey.batches.ts). */
  @Property({ type: 'boolean' })
  counted: boolean = false

  @Property({ type: 'text', nullable: true })
  channel?: string | null

  @Property({ type: 'text', nullable: true })
  kind?: string | null

  @Property({ type: 'text', nullable: true })
  serviceKey?: string | null

  /** None where it was counted without it, as channel, kind and service are. */
  @Property({ type: 'text', nullable: true })
  language?: string | null

  @Property({ type: 'integer' })
  csat!: number

  @Property({ type: 'integer', nullable: true })
  ease?: number | null

  @Property({ type: 'text', nullable: true })
  comment?: string | null

  /** Whether its words are shown: in its batch five were asked in one language. */
  @Property({ type: 'boolean' })
  commentShown: boolean = false
}
