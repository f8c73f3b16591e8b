import { createBrowserRouter, redirect, type RouteObject } from 'react-router'
import { InboxPage } from '../interactions/InboxPage.tsx'
import { asPageOfItsOwn } from './asPageOfItsOwn.ts'
import { BrokenPage } from './BrokenPage.tsx'
import { Gate } from './Gate.tsx'
import { Home } from './Home.tsx'
import { RouteWaiting } from './RouteWaiting.tsx'

const inbox: RouteObject[] = [
  { path: 'inbox', Component: InboxPage },
  { path: 'inbox/:id', Component: InboxPage },
]

// Only the inbox is in the first load; every other room comes when it is entered.
const rooms: RouteObject[] = [
  {
    path: 'requests',
    lazy: async () => ({ Component: (await import('../requests/RequestsPage.tsx')).RequestsPage }),
  },
  {
    path: 'requests/:id',
    lazy: async () => ({ Component: (await import('../requests/RequestPage.tsx')).RequestPage }),
  },
  {
    path: 'beneficiaries',
    lazy: async () => ({
      Component: (await import('../beneficiaries/BeneficiariesPage.tsx')).BeneficiariesPage,
    }),
  },
  {
    path: 'beneficiaries/:id',
    lazy: async () => ({ Component: (await import('../beneficiaries/BeneficiaryPage.tsx')).BeneficiaryPage }),
  },
  {
    path: 'surveys',
    lazy: async () => ({ Component: (await import('../surveys/SurveysPage.tsx')).SurveysPage }),
  },
  {
    path: 'reports',
    lazy: async () => ({ Component: (await import('../reports/ReportsPage.tsx')).ReportsPage }),
  },
  {
    path: 'promises',
    lazy: async () => ({ Component: (await import('../policy/PromisesPage.tsx')).PromisesPage }),
  },
  {
    path: 'channels',
    lazy: async () => ({ Component: (await import('../channels/ChannelsPage.tsx')).ChannelsPage }),
  },
  {
    path: 'account',
    lazy: async () => ({ Component: (await import('../account/AccountPage.tsx')).AccountPage }),
  },
  {
    path: 'staff',
    lazy: async () => ({ Component: (await import('../staff/StaffPage.tsx')).StaffPage }),
  },
  {
    path: 'roles',
    lazy: async () => ({ Component: (await import('../roles/RolesPage.tsx')).RolesPage }),
  },
  {
    path: 'privacy',
    lazy: async () => ({ Component: (await import('../privacy/PrivacyPage.tsx')).PrivacyPage }),
  },
  {
    path: 'api-keys',
    lazy: async () => ({ Component: (await import('../api-keys/ApiKeysPage.tsx')).ApiKeysPage }),
  },
  {
    path: 'explorer',
    lazy: async () => {
      await asPageOfItsOwn('/staff/explorer')
      return { Component: (await import('../explorer/ExplorerPage.tsx')).ExplorerPage }
    },
  },
]

/** The places of the app under `/staff/`. */
export function createRoutes() {
  return createBrowserRouter(
    [
      {
        path: '/',
        Component: Gate,
        ErrorBoundary: BrokenPage,
        HydrateFallback: RouteWaiting,
        children: [
          { index: true, Component: Home },
          ...inbox,
          { ErrorBoundary: BrokenPage, children: rooms },
          { path: '*', loader: () => redirect('/') },
        ],
      },
    ],
    { basename: '/staff' },
  )
}
