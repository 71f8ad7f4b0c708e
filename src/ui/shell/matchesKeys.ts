/** What of a key event tells which keys are pressed. */
export type KeyPress = Pick<KeyboardEvent, 'key' | 'code' | 'ctrlKey' | 'metaKey' | 'shiftKey' | 'altKey'>

/** Whether a key event is the keys of a text such as `Ctrl+Shift+Z`, `Shift+1` or `?`. Cmd counts as Ctrl. */
export function matchesKeys(event: KeyPress, keys: string): boolean {
  const parts = keys.split('+')
  const key = parts.at(-1)!
  const wants = (modifier: string) => parts.slice(0, -1).includes(modifier)
  if (wants('Ctrl') !== (event.ctrlKey || event.metaKey) || wants('Alt') !== event.altKey) return false
  // With Shift the digit keys carry other characters, and some characters need Shift on some keyboards.
  if (wants('Shift') && /^\d$/.test(key)) return event.shiftKey && event.code === `Digit${key}`
  const isCharacter = key.length === 1 && !/[a-z0-9]/i.test(key)
  if (!isCharacter && wants('Shift') !== event.shiftKey) return false
  return event.key.toLowerCase() === key.toLowerCase()
}
