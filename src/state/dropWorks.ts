import type { DocumentStorage, StorageChange } from './documentStorage.ts'
import type { SmallTexts } from './types.ts'
import { keysOfWork, tailBaseKey, tailKey } from './workKeys.ts'

/** Removes works with all that is kept of them; `put` comes in their place. A tail that stayed behind would bring a work back. */
export async function dropWorks(
  storage: DocumentStorage,
  tails: SmallTexts,
  ids: readonly string[],
  put: StorageChange['put'] = {},
): Promise<void> {
  const keys = await storage.keys()
  await storage.write({ put, drop: ids.flatMap((id) => keysOfWork(keys, id)) })
  for (const key of ids.flatMap((id) => [tailKey(id), tailBaseKey(id)])) tails.write(key, null)
}
