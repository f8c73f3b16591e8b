import { Page as Home, title as homeTitle } from '../home/Home.tsx'
import type { Page } from './page.ts'
import type { RouteName } from './routes.ts'

/** The code of every page. The first page comes with the start; the others when somebody goes there. */
export const pages: Record<RouteName, () => Promise<Page>> = {
  home: async () => ({ Page: Home, title: homeTitle }),
  ask: () => import('../interactions/Ask.tsx'),
  receipt: () => import('../sending/ReceiptPage.tsx'),
  find: () => import('../tracking/FindPage.tsx'),
  track: () => import('../tracking/TrackPage.tsx'),
  mine: () => import('../mine/MinePage.tsx'),
  services: () => import('../services/ServicesPage.tsx'),
  service: () => import('../services/ServicePage.tsx'),
  apply: () => import('../requests/ApplyPage.tsx'),
  promises: () => import('../policy/PromisesPage.tsx'),
  questions: () => import('../home/QuestionsPage.tsx'),
  privacy: () => import('../privacy/PrivacyPage.tsx'),
  offline: () => import('./OfflinePage.tsx'),
  missing: () => import('./MissingPage.tsx'),
}
