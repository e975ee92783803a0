/** Puts text on the clipboard; false where the browser does not allow it, as on a page without https. */
export async function copied(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text)
    return true
  } catch {
    return false
  }
}
