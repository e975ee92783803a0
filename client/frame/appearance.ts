const themes = ['system', 'day', 'night'] as const
export type Theme = (typeof themes)[number]
const densities = ['comfortable', 'compact'] as const
export type Density = (typeof densities)[number]

/** How this device shows the interface. */
interface Appearance {
  readonly theme: Theme
  readonly density: Density
}

const place = 'adref.appearance'

/** What was chosen on this device; the defaults where nothing was, or storage is closed to us. */
export function storedAppearance(): Appearance {
  try {
    const stored = JSON.parse(localStorage.getItem(place) ?? '{}') as Partial<Appearance>
    return {
      theme: themes.find((theme) => theme === stored.theme) ?? 'system',
      density: densities.find((density) => density === stored.density) ?? 'comfortable',
    }
  } catch {
    return { theme: 'system', density: 'comfortable' }
  }
}

/** Shows the page so, and remembers it on this device. */
export function setAppearance(appearance: Appearance): void {
  const root = document.documentElement
  root.dataset['theme'] = appearance.theme
  root.dataset['density'] = appearance.density
  try {
    localStorage.setItem(place, JSON.stringify(appearance))
  } catch {
    // A browser that keeps nothing shows the page as asked until it is closed.
  }
}
