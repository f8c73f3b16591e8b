import { Layout } from './Layout.tsx'
import { useScreen } from './navigation.ts'
import type { Screen } from './navigation.ts'

/** The portal at one place. */
export function App({ first }: { first: Screen }) {
  const screen = useScreen(first)
  const { Page } = screen.page
  const place = `${screen.route}/${screen.params.service ?? ''}${screen.params.reference ?? ''}`
  return (
    <Layout route={screen.route}>
      <Page key={place} {...screen.params} />
    </Layout>
  )
}
