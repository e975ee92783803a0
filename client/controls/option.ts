/** One choice of a list; `code` is set before the label ("EU  European Union") and is searched too. */
export interface Option {
  readonly id: string
  readonly label: string
  readonly code?: string | undefined
  readonly description?: string | undefined
}
