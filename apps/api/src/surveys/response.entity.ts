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

  /** None where it was counted with answers in other languages. */
  @Property({ type: 'text', nullable: true })
  language?: string | null

  @Property({ type: 'integer' })
  csat!: number

  @Property({ type: 'integer', nullable: true })
  ease?: number | null

  @Property({ type: 'text', nullable: true })
  comment?: string | null
}
