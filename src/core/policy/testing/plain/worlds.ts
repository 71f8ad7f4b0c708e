/** Decides what nobody said: one of the options, the same one whenever the question comes up again in this world. */
export type Choose = <T>(question: string, options: readonly T[]) => T

/** Whatever could be the answer, one by one: `ask` is asked again in every world that differs in what it wanted to know. */
export function* answersInAllWorlds<A>(ask: (choose: Choose) => A): Generator<A> {
  let next: readonly number[] | null = []
  while (next !== null) {
    const taken: { readonly index: number; readonly options: number }[] = []
    const known = new Map<string, unknown>()
    const path: readonly number[] = next
    yield ask((question, options) => {
      if (!known.has(question)) {
        const index = path[taken.length] ?? 0
        taken.push({ index, options: options.length })
        known.set(question, options[index])
      }
      return known.get(question) as (typeof options)[number]
    })
    next = following(taken)
  }
}

/** The next path through the choices, as an odometer turns; null after the last. */
function following(taken: readonly { readonly index: number; readonly options: number }[]): number[] | null {
  for (let i = taken.length - 1; i >= 0; i--)
    if (taken[i]!.index + 1 < taken[i]!.options)
      return [...taken.slice(0, i).map(({ index }) => index), taken[i]!.index + 1]
  return null
}
