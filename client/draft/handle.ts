import { Plugin } from 'prosemirror-state'
import type { EditorView } from 'prosemirror-view'
import { moveTo, unitAt } from './structure.ts'

/**
 * A handle beside the paragraph under the pointer: dragged, it moves the paragraph with its footnotes. The
 * keys Alt+↑ and Alt+↓ do the same, so it is hidden from readers of the screen.
 */
export const handlePlugin = (hint: string): Plugin =>
  new Plugin({
    view: (view) => new Handle(view, hint),
  })

class Handle {
  readonly #view: EditorView
  readonly #grip = document.createElement('div')
  readonly #line = document.createElement('div')
  #index: number | null = null
  #target: number | null = null

  constructor(view: EditorView, hint: string) {
    this.#view = view
    this.#grip.className = 'paragraph-handle'
    this.#grip.title = hint
    this.#line.className = 'paragraph-target'
    for (const element of [this.#grip, this.#line]) {
      element.setAttribute('aria-hidden', 'true')
      element.hidden = true
      view.dom.parentElement?.append(element)
    }
    view.dom.parentElement?.addEventListener('pointermove', this.#hover)
    this.#grip.addEventListener('pointerdown', this.#grab)
    this.#grip.addEventListener('pointermove', this.#drag)
    this.#grip.addEventListener('pointerup', this.#drop)
    this.#grip.addEventListener('pointercancel', this.#cancel)
  }

  update(): void {
    if (this.#target === null && !this.#grip.hidden) this.#grip.hidden = true
  }

  destroy(): void {
    this.#view.dom.parentElement?.removeEventListener('pointermove', this.#hover)
    this.#grip.remove()
    this.#line.remove()
  }

  readonly #hover = (event: PointerEvent): void => {
    if (this.#target !== null || !this.#view.editable || event.target === this.#grip) return
    const found = this.#paragraphAt(event.clientY)
    this.#grip.hidden = found === null
    if (found === null) return
    this.#index = found.index
    this.#grip.style.top = `${this.#offset(found.box.top)}px`
  }

  readonly #grab = (event: PointerEvent): void => {
    if (this.#index === null || event.button !== 0) return
    event.preventDefault()
    this.#target = this.#index
    this.#grip.setPointerCapture(event.pointerId)
  }

  readonly #drag = (event: PointerEvent): void => {
    const found = this.#target === null ? null : this.#paragraphAt(event.clientY)
    if (found === null) return
    const below = event.clientY > (found.box.top + found.box.bottom) / 2
    // Footnotes stay behind the paragraph that refers to them, so nothing is dropped between them.
    const unit = unitAt(this.#view.state.doc, found.index)
    this.#target = below ? unit.to : unit.from
    this.#line.hidden = false
    this.#line.style.top = `${this.#offset(below ? found.box.bottom : found.box.top)}px`
  }

  readonly #drop = (): void => {
    const { state } = this.#view
    const target = this.#target
    const index = this.#index
    this.#cancel()
    if (target === null || index === null || index >= state.doc.childCount) return
    const unit = unitAt(state.doc, index)
    if (target < unit.from || target > unit.to)
      this.#view.dispatch(moveTo(state, { ...unit, before: target }))
  }

  readonly #cancel = (): void => {
    this.#target = null
    this.#line.hidden = true
  }

  #offset(top: number): number {
    return top - (this.#view.dom.parentElement?.getBoundingClientRect().top ?? 0)
  }

  #paragraphAt(y: number): { index: number; box: DOMRect } | null {
    const box = this.#view.dom.getBoundingClientRect()
    const at = this.#view.posAtCoords({ left: box.left + box.width / 2, top: y })
    if (!at) return null
    const index = this.#view.state.doc.resolve(at.pos).index(0)
    const element = this.#view.dom.children[index]
    return element ? { index, box: element.getBoundingClientRect() } : null
  }
}
