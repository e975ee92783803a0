import type { ReactNode } from 'react'
import { useEffect } from 'react'
import { I18nProvider } from 'react-aria-components/I18nProvider'
import { IntlProvider } from 'react-intl'

/** Direction in which a language (BCP 47) is written: of the interface, or of a text set apart from it. */
export function directionOf(language: string): 'ltr' | 'rtl' {
  const script = new Intl.Locale(language).maximize().script
  return script === 'Arab' || script === 'Hebr' ? 'rtl' : 'ltr'
}

/** A language of the interface: `tag` (BCP 47) sets dates and numbers, `sentences` go from message id to words. */
interface InterfaceLanguage {
  readonly tag: string
  readonly sentences: Readonly<Record<string, string>>
}

/** English needs no table: its sentences stand in the code that says them. */
export const english: InterfaceLanguage = { tag: 'en-GB', sentences: {} }

/** Speaks the interface in one language and sets the direction of the page to match. */
export function LanguageProvider({
  language,
  children,
}: {
  language: InterfaceLanguage
  children: ReactNode
}) {
  const { tag, sentences } = language
  useEffect(() => {
    document.documentElement.lang = tag
    document.documentElement.dir = directionOf(tag)
  }, [tag])
  return (
    <I18nProvider locale={tag}>
      <IntlProvider
        locale={tag}
        defaultLocale={english.tag}
        messages={{ ...sentences }}
        onError={ignoreMissing}
      >
        {children}
      </IntlProvider>
    </I18nProvider>
  )
}

// A sentence not yet translated is shown in English; everything else is a fault worth hearing of.
function ignoreMissing(error: { readonly code: string }): void {
  if (error.code !== 'MISSING_TRANSLATION') throw error
}
