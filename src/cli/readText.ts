import { readFile } from 'node:fs/promises'
import { unreadable } from './readGiven.ts'

/** The text of a file; `-` is standard input. Throws `Unusable` where there is none. */
export async function readText(path: string): Promise<string> {
  try {
    return (await readFile(path === '-' ? '/dev/stdin' : path, 'utf8')).replace(/^\ufeff/, '')
  } catch (error) {
    throw unreadable(path, error)
  }
}
