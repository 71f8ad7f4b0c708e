import { readFile } from 'node:fs/promises'
import { text } from 'node:stream/consumers'
import { unreadable } from './readGiven.ts'

/** The text of a file; `-` is standard input, of whatever kind: a socket, which Node.js gives to its children, has no path. Throws `Unusable` where there is none. */
export async function readText(path: string): Promise<string> {
  try {
    return (await (path === '-' ? text(process.stdin) : readFile(path, 'utf8'))).replace(/^\ufeff/, '')
  } catch (error) {
    throw unreadable(path, error)
  }
}
