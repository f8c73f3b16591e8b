import type { ComponentType } from 'react'
import type { Params } from './routes.ts'

/** A page: what is shown, and its name in the title bar. */
export type Page = { Page: ComponentType<Params>; title: (params: Params) => string }
