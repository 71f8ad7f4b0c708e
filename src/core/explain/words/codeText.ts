/** A code in words: title and meaning, and for what stands in the way, what to change. */
export type CodeText = readonly [title: string, meaning: string, remedy?: string]
