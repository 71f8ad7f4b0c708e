/** A word of an API as people write it: `pendingAcceptance` and `pending-acceptance` are `pending acceptance`. */
export const spellOut = (word: string): string =>
  word
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .replaceAll('-', ' ')
    .toLowerCase()

/** As it begins a sentence: `a NAT gateway` becomes `A NAT gateway`. */
export const upperFirst = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)

/** `Private DNS` becomes `private DNS`, `IPv4 block` stays: inside a sentence only names keep their capitals. */
export const lowerFirst = (text: string): string =>
  /^[A-Z][a-z]/.test(text) ? text.charAt(0).toLowerCase() + text.slice(1) : text

/** `a`, `a and b`, `a, b and c`. */
export const listWords = (words: readonly string[]): string => joinLast(words, 'and')
/** `a`, `a or b`, `a, b or c`. */
export const listChoices = (words: readonly string[]): string => joinLast(words, 'or')

const joinLast = (words: readonly string[], word: string): string =>
  words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} ${word} ${words.at(-1)}`
