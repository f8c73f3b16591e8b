/** Items that one side pushes and the other awaits; ends when told so. */
export class Queue<Item> implements AsyncIterableIterator<Item> {
  #items: Item[] = []
  #ended = false
  #waiting: ((result: IteratorResult<Item, undefined>) => void) | undefined

  push(item: Item) {
    if (this.#ended) return
    if (this.#waiting) {
      const give = this.#waiting
      this.#waiting = undefined
      give({ value: item, done: false })
    } else this.#items.push(item)
  }

  end() {
    this.#ended = true
    this.#items = []
    this.#waiting?.({ value: undefined, done: true })
    this.#waiting = undefined
  }

  next(): Promise<IteratorResult<Item, undefined>> {
    const item = this.#items.shift()
    if (item !== undefined) return Promise.resolve({ value: item, done: false })
    if (this.#ended) return Promise.resolve({ value: undefined, done: true })
    return new Promise((resolve) => {
      this.#waiting = resolve
    })
  }

  return(): Promise<IteratorResult<Item, undefined>> {
    this.end()
    return Promise.resolve({ value: undefined, done: true })
  }

  [Symbol.asyncIterator]() {
    return this
  }
}
