import type { EntityManager } from '@mikro-orm/postgresql'
import { checkContact } from '@sila/domain/beneficiary'
import { dueAt } from '@sila/domain/due'
import { checkAnswers, cleanAnswers } from '@sila/domain/form'
import type { Answers, FormDefinition } from '@sila/domain/form'
import { isLanguage } from '@sila/domain/language'
import { foldText } from '@sila/domain/name'
import type { Problem } from '@sila/domain/problem'
import { makeReference } from '@sila/domain/reference'
import type { ServiceDefinition } from '@sila/domain/service'
import { v7 as uuidv7 } from 'uuid'
import { meetBeneficiary, metAnew } from '../beneficiaries/index.ts'
import type { Context } from '../context.ts'
import { Refused } from '../errors.ts'
import { change } from '../events.ts'
import { checkKey } from '../graphql/keys-check.ts'
import { localDate } from '../association/local-date.ts'
import { asksIdentity, sealAnswers } from '../privacy/sealed-answers.ts'
import { tell } from '../graphql/problem.ts'
import { tooOften } from '../limits/too-often.ts'
import { serviceDefinition } from '../services/index.ts'
import { trackingPath } from '../matters/tracking-path.ts'
import { asBringer, byHouse } from '../walls/actor.ts'
import { holdMatter } from '../walls/bound.ts'
import { Request } from './request.entity.ts'
import type { RequestSubmitInput, RequestSubmitPayload } from './request.types.ts'

/** Takes in an application from the portal: no account, a receipt at once, the promised date with it (G1, O2). */
export async function submitRequest(ctx: Context, input: RequestSubmitInput): Promise<RequestSubmitPayload> {
  checkKey(input.clientMutationId)
  const service = serviceDefinition(input.service)
  if (!service) return { problems: tell(ctx, [{ field: 'service', code: 'SERVICE_UNKNOWN' }]) }
  const problems = checkApplication(ctx, service, input)
  if (problems.length === 0) problems.push(...(await tooOften(ctx, 'submission')))
  if (problems.length > 0) return { problems: tell(ctx, problems) }

  const act = { name: 'request.submit', key: input.clientMutationId, input }
  // The keys of persons are the house's alone.
  const by = asksIdentity(service.form) ? byHouse(asBringer(ctx)) : asBringer(ctx)
  const outcome = await metAnew(() => change(by, act, (em) => arrive(ctx, em, service, input)))
  if (!outcome.done) return { problems: tell(ctx, outcome.problems) }
  const { id, reference, promisedAt, receivedAt } = outcome.result
  const secret = ctx.house.keys.trackingSecret(id, input.clientMutationId)
  const receipt = {
    ...{ reference, secret, trackingPath: trackingPath(input.language, reference, secret) },
    ...{ promisedAt: new Date(promisedAt), receivedAt: new Date(receivedAt) },
  }
  return { receipt, problems: [] }
}

function checkApplication(ctx: Context, service: ServiceDefinition, input: RequestSubmitInput): Problem[] {
  // Answers to another version of the form cannot be checked by this one.
  if (input.formVersion !== service.form.version) return [{ field: 'formVersion', code: 'FORM_CHANGED' }]
  const problems = checkAnswers(service.form, input.answers, ctx.language, localDate(ctx))
  problems.push(...checkContact(input.contact, { required: true, nameRequired: true }))
  if (!isLanguage(input.language)) problems.push({ field: 'language', code: 'LANGUAGE_UNKNOWN' })
  // D4: the beneficiary is told beforehand that the Ministry decides, and how long that may take.
  if (service.requiresPermit && !input.permitExplained)
    problems.push({ field: 'permitExplained', code: 'PERMIT_NOT_EXPLAINED' })
  return problems
}

async function arrive(
  ctx: Context,
  em: EntityManager,
  service: ServiceDefinition,
  input: RequestSubmitInput,
) {
  const [offered] = await em.execute<{ n: string }[]>(
    `select nextval('reference_r') as n from service where key = ? and active`,
    [service.key],
  )
  if (!offered) throw new Refused({ field: 'service', code: 'SERVICE_UNKNOWN' })
  const reference = makeReference('R', Number(offered.n))
  const id = uuidv7()
  await holdMatter(em, id)
  const person = await meetBeneficiary(ctx, em, input.contact, input.language)
  const due = dueAt(ctx.house.calendar, ctx.now, { workingDays: service.workingDays })
  const clean = cleanAnswers(service.form, input.answers)
  const answers =
    person && asksIdentity(service.form)
      ? await sealed(ctx, em, { requestId: id, beneficiaryId: person.id, form: service.form }, clean)
      : clean
  em.create(Request, {
    ...{ id, reference, serviceKey: service.key, status: 'SUBMITTED', open: true, version: 1 },
    ...{ formVersion: service.form.version, answers },
    ...{
      permitExplained: Boolean(input.permitExplained),
      language: input.language,
      beneficiaryId: person?.id ?? null,
    },
    secretHash: ctx.house.keys.hashSecret(ctx.house.keys.trackingSecret(id, input.clientMutationId)),
    ...{ submittedAt: ctx.now, lastActivityAt: ctx.now, dueAt: due, dueStartedAt: ctx.now, neededItems: [] },
    searchText: foldText(`${service.words.ar.name} ${service.words.en.name} ${person?.name ?? ''}`),
  })
  return {
    result: { id, reference, promisedAt: due.toISOString(), receivedAt: ctx.now.toISOString() },
    event: {
      aggregate: 'request',
      aggregateId: id,
      type: 'request.submitted',
      visibility: 'PUBLIC',
      payload: { version: 1, status: 'SUBMITTED', service: service.key, dueAt: due.toISOString() },
    },
  } as const
}

async function sealed(
  ctx: Context,
  em: EntityManager,
  about: { requestId: string; beneficiaryId: string; form: FormDefinition },
  answers: Answers,
): Promise<Answers> {
  // A key stands beside its person, who may be new.
  await em.flush()
  return sealAnswers(em, ctx.house.seals, about, answers)
}
