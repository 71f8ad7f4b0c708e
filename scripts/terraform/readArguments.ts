import { upperFirst } from '../../src/core/base/words.ts'
import type { TerraformArguments } from '../../src/core/export/testing/terraformArguments.ts'

interface Member {
  readonly name: string
  /** The function that spells a block. */
  readonly block: string | null
  readonly isOne: boolean
}

/** Reads what a resource takes out of the code and the declarations that the bindings of the provider have for it. */
export function readArguments(code: string, declarations: string): TerraformArguments {
  const resource = /class (\w+) extends cdktn\.Terraform(?:Resource|DataSource)/.exec(code)?.[1]
  if (resource === undefined) throw new Error('The code has no class of a resource')
  const needed = requiredBy(declarations)
  const membersOf = (members: readonly Member[], owner: string): TerraformArguments => {
    const required = needed.get(owner)
    if (!required) throw new Error(`The declarations have no interface ${owner}`)
    const plain = members.filter(({ block }) => block === null).map(({ name }) => name)
    return {
      required: plain.filter((name) => required.has(name)),
      optional: plain.filter((name) => !required.has(name)),
      blocks: Object.fromEntries(
        members.flatMap(({ name, block, isOne }) =>
          block === null
            ? []
            : [
                [
                  name,
                  {
                    ...membersOf(
                      membersIn(bodyOf(code, `function ${block}ToHclTerraform(struct) {`, '\n}')),
                      upperFirst(block),
                    ),
                    ...(required.has(name) && { isRequired: true as const }),
                    ...(isOne && { isOne: true as const }),
                  },
                ],
              ],
        ),
      ),
    }
  }
  const own = code.slice(code.indexOf(`class ${resource} extends`))
  const all = membersOf(membersIn(bodyOf(own, 'synthesizeHclAttributes() {', '\n    }')), `${resource}Config`)
  const known = [
    ...[...own.matchAll(/Attribute\('(\w+)'\)/g)].map((match) => match[1]!),
    ...[...own.matchAll(/new \w+\(this, "(\w+)"/g)].map((match) => match[1]!),
  ]
  const names = new Set([...all.required, ...all.optional, ...Object.keys(all.blocks)])
  return { ...all, attributes: [...new Set(known)].filter((name) => !names.has(name)).sort() }
}

function bodyOf(code: string, start: string, end: string): string {
  const at = code.indexOf(start)
  if (at < 0) throw new Error(`The code has no ${start}`)
  return code.slice(at, code.indexOf(end, at))
}

const membersIn = (body: string): readonly Member[] =>
  [...body.matchAll(/^ +(\w+): \{\n +value: (.+),\n +isBlock: (true|false),\n +type: "(\w+)",/gm)].map(
    ([, name, value, isBlock, type]) => ({
      name: name!,
      block: isBlock === 'true' ? (/(?<!\.)\b(\w+)ToHclTerraform/.exec(value!)?.[1] ?? null) : null,
      isOne: type === 'struct',
    }),
  )

/** By interface, the members that have to be there; a description names each as Terraform does. */
const requiredBy = (declarations: string): ReadonlyMap<string, ReadonlySet<string>> =>
  new Map(
    [...declarations.matchAll(/^export interface (\w+)[^{]*\{\n([\s\S]*?)^\}/gm)].map(([, name, body]) => [
      name!,
      new Set(
        [...body!.matchAll(/#(\w+)\}(?:(?!\*\/)[\s\S])*\*\/\n +readonly \w+(\??):/g)].flatMap(([, member, mark]) =>
          mark === '' ? [member!] : [],
        ),
      ),
    ]),
  )
