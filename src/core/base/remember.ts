interface Memory<Key, Value> {
  get(key: Key): Value | undefined
  set(key: Key, value: Value): unknown
}

/** The value under `key`, made at the first question. */
export function remember<Key, Value>(memory: Memory<Key, Value>, key: Key, make: () => Value): Value {
  let value = memory.get(key)
  if (value === undefined) {
    value = make()
    memory.set(key, value)
  }
  return value
}
