const frozen = new WeakSet<object>()

/** Makes a value and all it holds unchangeable: maps and sets refuse their changing methods. Returns the value. */
export function deepFreeze<T>(value: T): T {
  if (typeof value !== 'object' || value === null || frozen.has(value)) return value
  frozen.add(value)
  if (value instanceof Map || value instanceof Set) {
    const refuse = () => {
      throw new TypeError('a frozen map or set was changed')
    }
    for (const method of ['set', 'add', 'delete', 'clear'])
      Object.defineProperty(value, method, { value: refuse })
    value.forEach((member, key) => {
      deepFreeze(member)
      deepFreeze(key)
    })
  } else Object.values(value).forEach(deepFreeze)
  return Object.freeze(value)
}
