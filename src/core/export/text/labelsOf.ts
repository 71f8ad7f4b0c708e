/** A word for each text that is safe in file names and differs from the others; empty where there is only one. */
export function labelsOf(texts: readonly string[]): readonly string[] {
  if (texts.length === 1) return ['']
  const words = texts.map(fileWord)
  return words.map((word, index) => (word !== '' && words.indexOf(word) === index ? word : `${word}-${index + 1}`))
}

/** The text with only characters that are safe in file names everywhere. */
const fileWord = (text: string): string => text.replace(/[^A-Za-z0-9]+/g, '-').replace(/^-+|-+$/g, '')

const LONGEST = 32

/** A short name made from the title, for stacks and tags: `Kinesis, two subnets` reads `kinesis-two-subnets`. */
export function slugOf(title: string): string {
  const words = fileWord(title).toLowerCase().split('-')
  if (!/^[a-z]/.test(words[0]!)) words.unshift('hopwise')
  let slug = words[0]!.slice(0, LONGEST)
  for (const word of words.slice(1)) {
    if (word === '' || slug.length + 1 + word.length > LONGEST) break
    slug = `${slug}-${word}`
  }
  return slug
}
