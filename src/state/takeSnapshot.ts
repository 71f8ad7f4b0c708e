import { type Design, parseDesign } from '../core/model/index.ts'
import type { DocumentStorage } from './documentStorage.ts'
import { listCopies, putCopy } from './savedCopies.ts'
import { textOf } from './textOf.ts'
import { thinSnapshots } from './thinSnapshots.ts'
import { factsKey, textKey } from './workKeys.ts'

/** Keeps the design as it is now among the snapshots of its work, and lets go of those that stand too close by now: never of another work's. */
export async function takeSnapshot(storage: DocumentStorage, work: string, design: Design, now: number): Promise<void> {
  const text = textOf(design)
  if (!parseDesign(text).ok) return
  const prefix = `${work}.`
  const taken = (await listCopies(storage, 'version')).map(({ id }) => id).filter((id) => id.startsWith(prefix))
  const gone = thinSnapshots(
    taken.map((id) => Number(id.slice(prefix.length))),
    now,
  ).map((time) => `${prefix}${time}`)
  await storage.write({
    put: putCopy(
      { kind: 'version', id: `${prefix}${now}`, title: design.title, savedAt: now, note: 'while working' },
      text,
    ),
    drop: gone.flatMap((id) => [textKey('version', id), factsKey('version', id)]),
  })
}
