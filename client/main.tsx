import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { App } from './app.tsx'
import { setAppearance, storedAppearance } from './frame/appearance.ts'
import { english, LanguageProvider } from './lang/locale.tsx'
import './style/fonts.css'
import './style/tokens.css'
import './style/base.css'
import './style/controls.css'
import './style/fields.css'
import './style/table.css'
import './style/frame.css'
import './style/home.css'
import './style/desk.css'
import './style/exporting.css'
import './style/print.css'

setAppearance(storedAppearance())

const queries = new QueryClient({
  defaultOptions: {
    queries: {
      // `request` repeats what a lost connection interrupted; a refusal stays one however often it is asked.
      retry: false,
      staleTime: 10_000,
    },
  },
})

const root = document.getElementById('root')
if (!root) throw new RangeError('the page has no #root')

createRoot(root).render(
  <StrictMode>
    <QueryClientProvider client={queries}>
      <LanguageProvider language={english}>
        <App />
      </LanguageProvider>
    </QueryClientProvider>
  </StrictMode>,
)
