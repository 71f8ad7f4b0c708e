import type { ChosenFile } from '../../state/types.ts'

/** More files than this are no folder of ours. */
const MOST_FILES = 20_000

/**
 * Every file that was dropped, folders with all that is in them. Entries must be asked for before the event is over, so this starts at once.
 * Rejects with a sentence where something cannot be read, or is too much.
 */
export async function readDropped(transfer: DataTransfer): Promise<readonly ChosenFile[]> {
  const entries = [...transfer.items].flatMap((item) => item.webkitGetAsEntry() ?? [])
  if (entries.length === 0) return [...transfer.files].map((file) => ({ path: file.name, file }))
  const found: ChosenFile[] = []
  for (const entry of entries) await collect(entry, found)
  return found
}

async function collect(entry: FileSystemEntry, found: ChosenFile[]): Promise<void> {
  if (entry.name.startsWith('.')) return
  if (found.length >= MOST_FILES)
    throw new Error(`It holds more than ${MOST_FILES} files; a zip of them may hold more.`)
  if (entry.isFile) {
    const file = await new Promise<File>((resolve, reject) => (entry as FileSystemFileEntry).file(resolve, reject))
    found.push({ path: entry.fullPath.replace(/^\//, ''), file })
    return
  }
  const reader = (entry as FileSystemDirectoryEntry).createReader()
  // A reader gives a folder in portions, the last of them empty.
  for (;;) {
    const portion = await new Promise<FileSystemEntry[]>((resolve, reject) => reader.readEntries(resolve, reject))
    if (portion.length === 0) return
    for (const one of portion) await collect(one, found)
  }
}
