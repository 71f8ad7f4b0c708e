import type { Catalogue } from '../../aws/catalogue.ts'
import type { Design } from '../../model/design.ts'
import { RESERVED_NAMES } from '../aws/choices.ts'
import type { Part } from '../plan/part.ts'
import { nameOf, planExport } from '../plan/planExport.ts'
import { draftTemplate } from './draftTemplate.ts'
import type { TreeObject } from './resource.ts'

/** A template as it would be exported, with what its resources are made of. */
export interface TemplateTree {
  readonly accountId: string
  readonly regionCode: string
  readonly tree: TreeObject
  /** Name of a resource -> the part that it makes. */
  readonly parts: ReadonlyMap<string, Part>
  /** Names of parameters that stand for what other stacks make. */
  readonly given: ReadonlySet<string>
}

/** The templates of a design as plain data, to compare two designs by. */
export function templateTrees(design: Design, catalogue: Catalogue): readonly TemplateTree[] {
  const { stacks } = planExport(design, catalogue, RESERVED_NAMES)
  const partNames = new Map(stacks.flatMap(({ parts }) => parts.map(({ key, name }) => [key, name] as const)))
  return stacks.map((stack) => {
    const { tree, given } = draftTemplate(design, stack, partNames).complete(new Set())
    return {
      accountId: stack.accountId,
      regionCode: stack.regionCode,
      tree,
      parts: new Map(stack.parts.map((part) => [nameOf(stack, part.key), part])),
      given: new Set(given.keys()),
    }
  })
}
