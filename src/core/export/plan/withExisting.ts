import { compareText } from '../../base/order.ts'
import { definitionOf } from '../../model/kinds/definitions.ts'
import type { Construct } from '../../model/kinds/registry.ts'
import { type Existing, type ExistingPart, isAdded, type MaybePart } from './existing.ts'
import { nameOfKey } from './nameOfKey.ts'
import type { Part, PartKey } from './part.ts'
import { isSamePlace, type Place } from './places.ts'
import { titleOf, type Wanted } from './planning.ts'

interface Draft extends Place {
  readonly parts: readonly Part[]
  readonly byKey: ReadonlyMap<PartKey, Part>
  readonly imports: ReadonlyMap<PartKey, Wanted>
  readonly existing: ReadonlyMap<PartKey, ExistingPart>
  readonly maybe: ReadonlyMap<PartKey, MaybePart>
}

/** The stacks without what is there already. What refers to that takes its id from outside. */
export function withExisting<D extends Draft>(existing: Existing, drafts: readonly D[]): readonly D[] {
  if (existing.always.size === 0 && existing.maybe.size === 0) return drafts
  const isLeft = (part: Part): boolean => existing.always.has(part.construct.id)
  const made = new Set(drafts.flatMap(({ parts }) => parts.filter((part) => !isLeft(part)).map(({ key }) => key)))
  const left = new Map(
    drafts.flatMap((draft) =>
      draft.parts
        .filter((part) => isLeft(part) && !isAdded(part, (key) => made.has(key)))
        .map((part) => [part.key, { part, draft }] as const),
    ),
  )
  return drafts.map((draft) => {
    const parts = draft.parts.filter(({ key }) => !left.has(key))
    const taken = [...new Set([...parts.flatMap(({ needs }) => needs), ...draft.imports.keys()])].flatMap((key) => {
      const found = left.get(key)
      return found ? [{ key, ...found }] : []
    })
    const imports = new Map(draft.imports)
    const there = new Map<PartKey, ExistingPart>()
    for (const { key, part, draft: home } of taken) {
      const { construct } = part
      const own = key === construct.id
      const what = `${wordsOf(construct)}${own ? '' : `: ${key.slice(construct.id.length + 1)}`}`
      imports.set(key, { what, type: part.name })
      there.set(key, {
        part: part.name,
        what,
        id: own ? existing.always.get(construct.id)! : '',
        isHere: isSamePlace(home, draft),
      })
    }
    const maybe = parts.flatMap((part): [PartKey, MaybePart][] =>
      part.key === part.construct.id && existing.maybe.has(part.key)
        ? [
            [
              part.key,
              {
                part: part.name,
                name: `Existing${nameOfKey(part.key)}`,
                what: wordsOf(part.construct),
              },
            ],
          ]
        : [],
    )
    return {
      ...draft,
      parts,
      byKey: new Map(parts.map((part) => [part.key, part])),
      imports: new Map([...imports].sort(([a], [b]) => compareText(a, b))),
      existing: there,
      maybe: new Map(maybe),
    }
  })
}

const wordsOf = (construct: Construct): string => `${definitionOf(construct.kind).title} ${titleOf(construct)}`
