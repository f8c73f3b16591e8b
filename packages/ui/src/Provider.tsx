import type { ReactNode } from 'react'
import { I18nProvider } from 'react-aria-components/I18nProvider'

/** Tells the richer parts which language and digits the page is in; put it around the app, inside `<html lang dir>`. */
export function Provider({
  language,
  digits = 'latn',
  children,
}: {
  language: string
  digits?: 'latn' | 'arab'
  children: ReactNode
}) {
  return <I18nProvider locale={`${language}-u-nu-${digits}`}>{children}</I18nProvider>
}
