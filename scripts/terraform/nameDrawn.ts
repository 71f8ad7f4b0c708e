import type { Construct, Design } from '../../src/core/model/index.ts'
import { withIds } from '../moto/withIds.ts'
import type { Shown } from './shownOf.ts'

interface Named {
  readonly design: Design
  /** Ids of what was drawn and has no counterpart of its kind. */
  readonly missing: readonly string[]
}

/** Kinds that an import makes of what others say, under ids of its own. */
const BY_ITSELF: ReadonlySet<Construct['kind']> = new Set(['account', 'region', 'availability-zone'])

/** The imported design with the ids of the drawn one: by the address that the export gave it, else by kind and name. */
export function nameDrawn(drawn: Design, imported: Design, files: readonly Shown[]): Named {
  const ids = new Map<string, string>()
  for (const { path, drawn: addresses, ids: given } of files)
    for (const [address, id] of addresses) {
      const stem = path.split('/').at(-1)!.replace('.json', '')
      for (const called of [given.get(address), address, `${stem}.${address}`]) {
        const one = called === undefined ? undefined : imported.constructs[called]
        if (one && one.kind === drawn.constructs[id]?.kind && !ids.has(one.id)) ids.set(one.id, id)
      }
    }
  const found = new Set(ids.values())
  const missing: string[] = []
  for (const { id, kind, name } of Object.values(drawn.constructs)) {
    if (BY_ITSELF.has(kind) || found.has(id)) continue
    const same = Object.values(imported.constructs).find(
      (one) => one.kind === kind && one.name === name && !ids.has(one.id),
    )
    if (same) ids.set(same.id, id)
    else missing.push(id)
  }
  return { design: withIds(imported, ids), missing }
}
