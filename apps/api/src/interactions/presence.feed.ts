import { isId } from '../graphql/connection.ts'
import { askedAgain, demand } from '../context.ts'
import type { Context } from '../context.ts'
import { notFound } from '../errors.ts'
import { Queue } from '../feed/queue.ts'
import { readInteraction } from './interaction.rows.ts'
import { presenceTopic, presentAt } from './presence.ts'
import type { Presence } from './presence.ts'

const lookAgainEvery = 20_000

/** Who has a thread open: at once, on every change on any node, and when somebody fell silent. */
export async function* followPresence(ctx: Context, interactionId: string): AsyncGenerator<Presence[]> {
  demand(ctx, 'interaction.read')
  if (!isId(interactionId) || !(await readInteraction(ctx, interactionId))) throw notFound()
  const bell = new Queue<true>()
  const leave = ctx.house.feed.onTopic((topic) => {
    if (topic === presenceTopic(interactionId)) bell.push(true)
  })
  const timer = setInterval(() => bell.push(true), lookAgainEvery)
  try {
    bell.push(true)
    for await (const _ of bell) {
      // Asked again each time: it may have gone out of the person's reach.
      const now = await askedAgain(ctx, 'interaction.read')
      if (!now || !(await readInteraction(now, interactionId))) return
      yield await presentAt(ctx).load(interactionId)
    }
  } finally {
    clearInterval(timer)
    leave()
  }
}
