interface Searchable {
  readonly value: string
  readonly label?: string
  readonly hint?: string
}

/** The options that hold every word of the text, those that begin with it first. */
export function filterOptions<T extends Searchable>(options: readonly T[], text: string): readonly T[] {
  const words = text.toLowerCase().split(/\s+/).filter(Boolean)
  if (words.length === 0) return options
  const whole = words.join(' ')
  const found = options.flatMap((option) => {
    const name = (option.label ?? option.value).toLowerCase()
    const all = `${option.value} ${name} ${option.hint ?? ''}`.toLowerCase()
    if (!words.every((word) => all.includes(word))) return []
    return [{ option, rank: name.startsWith(whole) ? 0 : name.includes(whole) ? 1 : 2 }]
  })
  return found.sort((a, b) => a.rank - b.rank).map(({ option }) => option)
}
