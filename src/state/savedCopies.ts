import type { DocumentStorage } from './documentStorage.ts'
import { dropWorks } from './dropWorks.ts'
import { memberOf, readWork } from './readWork.ts'
import { textOf } from './textOf.ts'
import type { SavedCopy, SmallTexts } from './types.ts'
import { factsKey, textKey } from './workKeys.ts'

const KINDS: readonly SavedCopy['kind'][] = ['version', 'workspace', 'damaged']

/** What to store so that a copy is kept: under two keys, so that a list need not read the texts. */
export const putCopy = ({ kind, id, title, savedAt, note }: SavedCopy, text: string): Record<string, unknown> => ({
  [textKey(kind, id)]: text,
  [factsKey(kind, id)]: { title, savedAt, note },
})

/** Earlier work that the browser keeps, newest first. */
export async function listCopies(storage: DocumentStorage, kind?: SavedCopy['kind']): Promise<readonly SavedCopy[]> {
  const copies = (await storage.keys()).flatMap((key) => {
    const [of, id, part] = key.split('/')
    const known = KINDS.find((one) => one === of)
    return known && id && part === 'text' && (!kind || kind === known) ? [{ kind: known, id }] : []
  })
  const facts = await storage.read(copies.map((copy) => factsKey(copy.kind, copy.id)))
  return copies
    .map((copy, index) => ({ ...copy, ...readFacts(facts[index]) }))
    .sort((a, b) => b.savedAt - a.savedAt || (a.id < b.id ? 1 : -1))
}

/** The text of a copy; null where there is none. What is no text, because something else wrote there, comes as JSON. */
export async function readCopy(
  storage: DocumentStorage,
  texts: SmallTexts,
  { kind, id }: SavedCopy,
): Promise<string | null> {
  if (kind === 'workspace') {
    const read = await readWork(storage, texts, id)
    return read && (read.ok ? textOf(read.work.design) : read.text)
  }
  const [text] = await storage.read([textKey(kind, id)])
  if (text === undefined) return null
  return typeof text === 'string' ? text : (JSON.stringify(text) ?? String(text))
}

/** Removes a copy; a work with its log, its tail and what says which file it is kept in. */
export async function dropCopy(storage: DocumentStorage, texts: SmallTexts, { kind, id }: SavedCopy): Promise<void> {
  if (kind === 'workspace') await dropWorks(storage, texts, [id])
  else await storage.write({ drop: [textKey(kind, id), factsKey(kind, id)] })
}

/** What is known of a copy, with stand-ins for what was never written or is no longer readable. */
function readFacts(value: unknown): Pick<SavedCopy, 'title' | 'savedAt' | 'note'> {
  const [title, savedAt, note] = ['title', 'savedAt', 'note'].map((key) => memberOf(value, key))
  return {
    title: typeof title === 'string' ? title : 'Untitled design',
    savedAt: typeof savedAt === 'number' ? savedAt : 0,
    note: typeof note === 'string' ? note : '',
  }
}
