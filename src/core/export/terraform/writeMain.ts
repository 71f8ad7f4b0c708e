import { definitionOf } from '../../model/kinds/definitions.ts'
import type { Part } from '../plan/part.ts'
import { titleOf } from '../plan/planning.ts'
import type { BuiltModule, BuiltResource } from './buildModule.ts'
import { type Body, codeOf, type Expression, resource, variable } from './expression.ts'
import { printBlock, type Refer } from './printHcl.ts'
import { countOf } from './waitsOf.ts'

/** What names a resource that may not be there. */
export const referIn =
  ({ waits, left }: Pick<BuiltModule, 'waits' | 'left'>): Refer =>
  (address) =>
    (waits.get(address) ?? []).length > 0 || left.has(address) ? `${address}[0]` : address

/** `main.tf`: what is looked up, and the resources in order of creation. */
export function writeMain(built: BuiltModule): string {
  const refer = referIn(built)
  const data = [...built.data].map(([address, body]) => printBlock(headOf(address), body, refer))
  const resources = built.resources.map((one, index) => {
    const isFirst = built.resources[index - 1]?.part !== one.part
    const text = printBlock(headOf(one.address), bodyOf(one, built), refer)
    return isFirst ? `${commentOf(one.part)}\n${text}` : text
  })
  return `${[...data, ...localsOf(built), ...resources].join('\n\n')}\n`
}

/** What is made or exists, by its name. */
function localsOf({ module: { locals } }: BuiltModule): readonly string[] {
  if (locals.size === 0) return []
  const values = [...locals].map(([name, { address, attribute, existing, instead }]): [string, Expression] => [
    name,
    codeOf(variable(existing), ' == null ? one(', resource(address), `[*].${attribute}) : `, variable(instead)),
  ])
  return [`# What is made, or exists already\n${printBlock('locals', Object.fromEntries(values))}`]
}

function headOf(address: string): string {
  const [type, name] = address.replace(/^data\./, '').split('.')
  return `${address.startsWith('data.') ? 'data' : 'resource'} "${type}" "${name}"`
}

/** With the number of copies first and the rest of what is Terraform's own last. */
function bodyOf({ body, address, asked, after }: BuiltResource, { waits, left }: BuiltModule): Body {
  const waiting = waits.get(address)!
  const existing = left.get(address) ?? null
  return {
    ...((waiting.length > 0 || existing !== null) && { count: countOf(waiting, existing) }),
    ...body,
    ...(after.length > 0 && { depends_on: after.map((one) => codeOf(one)) }),
    ...((asked.keep || asked.ignores) && {
      lifecycle: {
        blocks: [
          {
            ...(asked.keep && { prevent_destroy: true }),
            ...(asked.ignores && { ignore_changes: asked.ignores.map((name) => codeOf(name)) }),
          },
        ],
      },
    }),
  }
}

/** The comment above what is made of a part. */
function commentOf({ key, construct }: Part): string {
  const word = key.slice(construct.id.length + 1).replaceAll('-', ' ')
  return `# ${definitionOf(construct.kind).title} ${titleOf(construct)}${word === '' ? '' : `: ${word}`}`.replace(
    /[^\P{C}]/gu,
    ' ',
  )
}
