import { createRequire } from 'node:module'
import { Language, type Node, Parser, type Tree } from 'web-tree-sitter'

const { resolve } = createRequire(import.meta.url)
await Parser.init()
const parser = new Parser().setLanguage(
  await Language.load(resolve('tree-sitter-powershell/tree-sitter-powershell.wasm')),
)

/** What is known of a value from how it is written: a list, a table, or a kind in words. */
export type Written =
  | 'any'
  | 'boolean'
  | 'map'
  | 'number'
  | 'tags'
  | 'text'
  | { readonly list: readonly Written[] }
  | { readonly table: readonly (readonly [key: string, value: Written])[] }

export interface Command {
  readonly name: string
  /** Names of the parameters that it is given. */
  readonly parameters: readonly string[]
  /** The same with what stands for each. */
  readonly given: readonly (readonly [name: string, value: Written])[]
  /** Properties that are picked of its answer, one of the other. */
  readonly picked: readonly string[]
}

export interface ParsedScript {
  /** Where the grammar of PowerShell finds no sense, with what stands there. */
  readonly problems: readonly string[]
  /** Every command that is run. */
  readonly commands: readonly Command[]
  /** Names of the functions that it defines. */
  readonly functions: readonly string[]
  /** Texts in single quotes, as they stand. */
  readonly verbatim: readonly string[]
  /** Whatever is put into a text in double quotes, or stands for a variable. */
  readonly variables: readonly string[]
}

/** The tree of a script by the grammar that editors use. */
function treeOf(text: string): Tree {
  // The grammar takes no digit in the name of a parameter, which PowerShell does; marks stand in their place
  const marked = text
    .replace(/^\uFEFF/, '')
    .replace(/(?<=[\s(]-[A-Za-z_]+)\d+(?=[A-Za-z]* )/g, (digits) =>
      [...digits].map((digit) => `qq${'abcdefghij'[Number(digit)]}`).join(''),
    )
  return parser.parse(marked)!
}

/** Where the grammar of PowerShell finds no sense. The tree says at once whether it does anywhere; to read all of it takes its time. */
export function problemsInPowerShell(text: string): readonly string[] {
  const tree = treeOf(text)
  const isSound = !tree.rootNode.hasError
  tree.delete()
  return isSound ? [] : parsePowerShell(text).problems
}

/** Reads a script. */
export function parsePowerShell(text: string): ParsedScript {
  const tree = treeOf(text)
  const parsed = { problems: [], commands: [], functions: [], verbatim: [], variables: [] } as {
    -readonly [K in keyof ParsedScript]: ParsedScript[K][number][]
  }
  const visit = (node: Node): void => {
    if (node.isError || node.isMissing)
      parsed.problems.push(`line ${node.startPosition.row + 1}: ${node.text.slice(0, 100)}`)
    if (node.type === 'command') parsed.commands.push(commandOf(node))
    if (node.type === 'function_statement') parsed.functions.push(textOf(node, 'function_name'))
    if (node.type === 'verbatim_string_characters') parsed.verbatim.push(node.text)
    if (node.type === 'variable') parsed.variables.push(node.text)
    for (const child of node.children) if (child) visit(child)
  }
  visit(tree.rootNode)
  tree.delete()
  return parsed
}

const textOf = (node: Node, type: string): string => node.children.find((child) => child?.type === type)?.text ?? ''

function commandOf(node: Node): Command {
  const elements = node.descendantsOfType('command_parameter').filter((one) => one && ownerOf(one)?.id === node.id)
  const given = elements.map((one) => [unmarked(one!.text.slice(1)), writtenAs(argumentAfter(one!))] as const)
  return {
    name: node.childForFieldName('command_name')?.text ?? textOf(node, 'command_name'),
    parameters: given.map(([name]) => name),
    given,
    picked: pickedOf(node),
  }
}

/** What follows a parameter, past the space between; null where that is the next one. */
function argumentAfter(parameter: Node): Node | null {
  let next = parameter.nextNamedSibling
  while (next?.type === 'command_argument_sep') next = next.nextNamedSibling
  return next === null || next.type === 'command_parameter' ? null : next
}

function writtenAs(node: Node | null): Written {
  if (node === null) return 'any'
  const parts = node.namedChildren.flatMap((child) => (child ? [child] : []))
  switch (node.type) {
    case 'string_literal':
      return 'text'
    case 'integer_literal':
      return 'number'
    case 'variable':
      return /^\$(true|false)$/i.test(node.text) ? 'boolean' : 'any'
    case 'array_expression':
      return { list: listed(parts[0] ?? null).map(writtenAs) }
    case 'hash_literal_expression':
      return {
        table: node.descendantsOfType('hash_entry').flatMap((entry) => {
          if (!entry || tableOf(entry)?.id !== node.id) return []
          const key = entry.namedChildren[0]!.text.replace(/^'|'$/g, '')
          return [[key, writtenAs(entry.namedChildren.at(-1)!)] as const]
        }),
      }
    case 'command': {
      const name = textOf(node, 'command_name')
      return name === 'TagList' ? 'tags' : name === 'TagMap' ? 'map' : 'any'
    }
    case 'element_access':
    case 'member_access':
      return 'any'
    case 'cast_expression':
      return writtenAs(parts.at(-1) ?? null)
    default:
      return parts.length === 1 ? writtenAs(parts[0]!) : 'any'
  }
}

/** Members of `@( , )`. */
function listed(node: Node | null): Node[] {
  if (node === null) return []
  if (node.type === 'array_literal_expression') return node.namedChildren.flatMap((child) => (child ? [child] : []))
  return node.namedChildren.length === 1 ? listed(node.namedChildren[0]!) : [node]
}
const tableOf = (node: Node): Node | null =>
  node.parent === null || node.parent.type === 'hash_literal_expression' ? node.parent : tableOf(node.parent)

/** Climbs from a command to what is picked of what it answers; a filter leaves that as it is. */
function pickedOf(command: Node): string[] {
  const picked: string[] = []
  let node: Node = command
  for (let above = node.parent; above !== null; node = above, above = above.parent) {
    if (above.type === 'member_access') picked.push(above.namedChildren.at(-1)!.text)
    else if (above.type === 'element_access') {
      if (above.namedChildren[0]!.id !== node.id) break
    } else if (above.type === 'pipeline_chain') {
      const others = above.descendantsOfType('command').filter((one) => one && chainOf(one)?.id === above!.id)
      if (others.some((one) => one!.id !== command.id && !/^(Where|Select)-Object /.test(one!.text))) break
    } else if (
      /^(command|command_elements|script_block|hash_entry|assignment_expression|statement_block)$/.test(above.type)
    )
      break
  }
  return picked
}
const chainOf = (node: Node): Node | null =>
  node.parent === null || node.parent.type === 'pipeline_chain' ? node.parent : chainOf(node.parent)

const ownerOf = (node: Node): Node | null =>
  node.parent === null || node.parent.type === 'command' ? node.parent : ownerOf(node.parent)
const unmarked = (text: string): string =>
  text.replace(/qq([a-j])/g, (_, letter: string) => `${'abcdefghij'.indexOf(letter)}`)
