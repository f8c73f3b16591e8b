import { defaultServices } from '@sila/domain/service'
import type { ServiceDefinition, ServiceWords } from '@sila/domain/service'
import { language } from '../app/language.ts'

/** The service of a key, as the guide describes it. */
export function serviceOf(key: string | undefined): ServiceDefinition | undefined {
  return defaultServices.find((service) => service.key === key)
}

/** What the guide says of a service in the language of the page. */
export function wordsOfService(service: ServiceDefinition): ServiceWords {
  return service.words[language()]
}
