import { type NoteTaker, takeNote } from '../../report.ts'
import { listNames } from '../listNames.ts'
import type { Instance } from '../terraformRoot.ts'

/** Hears of values that were worked out of the configuration by more than a plain reference, so that the report can say so. */
export interface Taken {
  /** Of several instances the one with the same key. */
  byKey(instance: Instance, path: string): void
  /** All that an expression refers to, for a list. */
  whole(instance: Instance, path: string): void
  /** The only thing of its kind that is made where a local value is read. */
  byKind(instance: Instance, path: string): void
}

const WORDS: Readonly<Record<keyof Taken, string>> = {
  byKey: 'Taken for granted that an expression with count.index or each.key means the instance of the same key',
  whole:
    'Taken for granted that a list which is known only after the apply holds all that its expression refers to, and nothing else',
  byKind:
    'Plans do not say what local values are: taken for granted that the only thing of its kind in the module is meant',
}
const MOST_NAMED = 5

/** Gathers what is told, and writes a line for each kind when all is read. */
export function createTaken(): Taken & { writeTo(taker: NoteTaker): void } {
  const found: Record<keyof Taken, Map<string, Instance>> = { byKey: new Map(), whole: new Map(), byKind: new Map() }
  const hear = (kind: keyof Taken) => (instance: Instance, path: string) => {
    found[kind].set(`${instance.address}.${path}`, instance)
  }
  return {
    byKey: hear('byKey'),
    whole: hear('whole'),
    byKind: hear('byKind'),
    writeTo(taker) {
      for (const kind of Object.keys(found) as (keyof Taken)[]) {
        const all = [...found[kind]]
        if (all.length === 0) continue
        const named = listNames(
          all.map(([where]) => where),
          MOST_NAMED,
        )
        takeNote(taker, 'assumed', `${WORDS[kind]}: ${named}`, all[0]![1].place)
      }
    },
  }
}
