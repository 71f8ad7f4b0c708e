import type { ConstructId } from '../../model/kinds/registry.ts'
import type { DrawnItem } from '../items/item.ts'
import type { Matches } from '../items/matchItems.ts'
import type { ReviseChoices, ReviseQuestion } from '../types.ts'
import type { Editor } from './editor.ts'
import type { Named, Naming } from './translate.ts'

/** What those share that bring one difference after the other into the templates. */
export interface Job {
  readonly editor: Editor
  readonly before: ReadonlyMap<string, DrawnItem>
  readonly after: ReadonlyMap<string, DrawnItem>
  readonly matches: Matches
  readonly choices: ReviseChoices
  /** Names of what is added -> what it will be. */
  readonly added: Map<string, Named & { readonly file: string }>
  readonly questions: ReviseQuestion[]
  /** Constructs of which something was written. */
  readonly touched: Set<ConstructId>
  /** Construct -> clauses that say why something of it could not be written. */
  readonly failures: Map<ConstructId, Set<string>>
}

/** Notes why something of a construct is not written. */
export function fail(job: Job, construct: ConstructId, why: string): false {
  const list = job.failures.get(construct)
  if (list) list.add(why)
  else job.failures.set(construct, new Set([why]))
  return false
}

/** Names as they are said in the stack of a frame. */
export function namingFor(job: Job, frame: Naming['frame']): Naming {
  const drawn = (name: string): DrawnItem | undefined => job.after.get(name) ?? job.before.get(name)
  return {
    frame,
    find(name) {
      const added = job.added.get(name)
      if (added) return added
      const found = job.matches.get(name)
      if (found && found.within === null) return job.editor.item(found.key) ?? found
      return `${drawn(name)?.construct ?? name} is no resource of the template`
    },
    constructOf(name) {
      const item = drawn(name)
      return item && item.key === item.construct && item.within === null ? item.construct : null
    },
  }
}
