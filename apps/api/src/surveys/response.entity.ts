import { Entity, PrimaryKey, Property } from '@mikro-orm/decorators/legacy'

/** An anonymous answer: the day, not the moment; a random id, not a sortable one; no person, no staff, no reference (M3). */
@Entity({ tableName: 'survey_response' })
export class SurveyResponse {
  @PrimaryKey({ type: 'uuid' })
  id!: string

  @Property({ type: 'date' })
  day!: string

  @Property({ type: 'text' })
  channel!: string

  @Property({ type: 'text', nullable: true })
  kind?: string | null

  @Property({ type: 'text', nullable: true })
  serviceKey?: string | null

  @Property({ type: 'text' })
  language!: string

  @Property({ type: 'integer' })
  csat!: number

  @Property({ type: 'integer', nullable: true })
  ease?: number | null

  @Property({ type: 'text', nullable: true })
  comment?: string | null
}
