import { Migration } from '@mikro-orm/migrations'

/** Indexes for figures: the newest arrival by each channel and how many came today; what fell due in a period. */
export class Migration20261122000100_figures extends Migration {
  override up(): void {
    this.addSql(`create index interaction_channel on interaction (channel, received_at desc)`)
    this.addSql(`create index interaction_promised on interaction (due_at) where due_at is not null`)
  }
}
