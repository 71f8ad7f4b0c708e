import { type Design, parseDesign } from '../core/model/index.ts'
import type { DocumentStorage } from './documentStorage.ts'
import { putCopy } from './savedCopies.ts'
import { textOf } from './textOf.ts'
import { thinSnapshots } from './thinSnapshots.ts'
import { factsKey, textKey } from './workKeys.ts'

/** Keeps the design as it is now among the snapshots of its work, and lets go of those that stand too close by now: never of another work's. */
export async function takeSnapshot(storage: DocumentStorage, work: string, design: Design, now: number): Promise<void> {
  const text = textOf(design)
  if (!parseDesign(text).ok) return
  const ids = (await storage.keys()).flatMap((key) => {
    const [kind, id = ''] = key.split('/')
    return kind === 'version' && key === textKey('version', id) && id.startsWith(`${work}.`) ? [id] : []
  })
  const idOf = (time: number) => `${work}.${time}`
  const gone = thinSnapshots(
    ids.map((id) => Number(id.slice(work.length + 1))),
    now,
  )
  await storage.write({
    put: putCopy({ kind: 'version', id: idOf(now), title: design.title, savedAt: now, note: 'while working' }, text),
    drop: gone.map(idOf).flatMap((id) => [textKey('version', id), factsKey('version', id)]),
  })
}
