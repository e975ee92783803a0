import type { Label } from './label.ts'

/**
 * Levels of consecutive items. "(i)" follows "(h)" in one list and begins a list within "(c)" in another:
 * which it is shows only from the items before it.
 */
export class ItemLevels {
  /** Value of the last item at each open level, outermost first. */
  #last: number[] = []
  /** How deep in automatic lists the items of each open level lie. */
  #depths: number[] = []

  /** How deep in automatic lists the numbered paragraphs lie: below "Article 1" of the same list they lie deeper. */
  #paragraphs = 0
  #underHeading = false

  /** A heading: the next number may be that of a paragraph, however deep it lies. */
  head(): void {
    this.#underHeading = true
  }

  /** True when a number this deep is that of a paragraph, and no item of one. */
  isParagraph(depth: number): boolean {
    const own = depth === 0 || depth === this.#paragraphs || (this.#underHeading && !this.open)
    if (own) this.#paragraphs = depth
    this.#underHeading = false
    return own
  }

  /** True inside a list. */
  get open(): boolean {
    return this.#last.length > 0
  }

  /** A paragraph that is no item ends all lists. */
  leave(): void {
    this.#last = []
    this.#depths = []
  }

  /** Level, 1 to 4, of an item by its label; `depth` decides where the label leaves it open. */
  levelOf(label: Label, depth: number): number {
    const { form, value, roman } = label
    // "ii." below "i." counts as "(ii)" below "(i)" does; "b." below "(i)" and "a." does not.
    const isRoman = roman > 0 && this.#last.length === 2 && roman === this.#last[1]! + 1
    if (form === 'letter' && this.#last.length >= 2 && !isRoman)
      return this.#open(this.#continues(value, 2) ?? 3, value)
    const inner = this.#last.length >= 2 ? 2 : 0
    if (inner && roman > 0 && roman === this.#last[1]! + 1) return this.#open(2, roman)
    if (value > 0 && value === (this.#last[0] ?? 0) + 1) return this.#open(1, value)
    if (roman === 1 && this.open) return this.#open(2, roman)
    if (roman > 0 && value !== roman && depth > 0 && this.open) return this.#open(2, roman)
    return this.#open(depth > 0 && this.open ? Math.min(depth + 1, this.#last.length + 1) : 1, value || roman)
  }

  /** Level of an item whose place is known by its list alone. */
  nested(level: number, value: number): number {
    return this.#open(Math.min(level, this.#last.length + 1), value)
  }

  /**
   * Level of an item of a list that says how deep it lies: deeper than another, or beside it. Without a value it
   * counts on.
   */
  placed(depth: number, value?: number): number {
    const beside = this.#depths.findIndex((other) => other >= depth)
    const level = (beside < 0 ? this.#depths.length : beside) + 1
    return this.#open(level, value ?? (this.#last[level - 1] ?? 0) + 1, depth)
  }

  #continues(value: number, from: number): number | null {
    const level = this.#last.findIndex((last, i) => i >= from && value === last + 1)
    return level < 0 ? null : level + 1
  }

  #open(level: number, value: number, depth = level - 1): number {
    const within = Math.min(4, Math.max(1, level))
    this.#depths = [...this.#depths.slice(0, within - 1), depth]
    this.#last = [...this.#last.slice(0, within - 1), value]
    return within
  }
}
