import type { SourceFile } from './unpack.ts'

/** A file with what its JSON says; `problem` is why it says nothing. */
export interface ParsedFile extends SourceFile {
  readonly value: unknown
  readonly problem: string | null
}

/** Reads a text as JSON: once, whoever asks for what is in it. */
export function parseFile({ path, text }: SourceFile): ParsedFile {
  const nothing = (problem: string): ParsedFile => ({ path, text, value: null, problem })
  if (text.trim() === '') return nothing('The file is empty')
  try {
    return { path, text, value: JSON.parse(text), problem: null }
  } catch (error) {
    return nothing(`The file is no JSON, or was cut off: ${(error as Error).message.slice(0, 120)}`)
  }
}
