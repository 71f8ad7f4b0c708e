import { createRequire } from 'node:module'
import { Language, type Node, Parser } from 'web-tree-sitter'

const { resolve } = createRequire(import.meta.url)
await Parser.init()
const parser = new Parser().setLanguage(
  await Language.load(resolve('tree-sitter-powershell/tree-sitter-powershell.wasm')),
)

export interface ParsedScript {
  /** Where the grammar of PowerShell finds no sense, with what stands there. */
  readonly problems: readonly string[]
  /** Every command that is run, with the names of the parameters it is given. */
  readonly commands: readonly { readonly name: string; readonly parameters: readonly string[] }[]
  /** Names of the functions that it defines. */
  readonly functions: readonly string[]
  /** Texts in single quotes, as they stand. */
  readonly verbatim: readonly string[]
  /** Whatever is put into a text in double quotes, or stands for a variable. */
  readonly variables: readonly string[]
}

/** Reads a script by the grammar that editors use. */
export function parsePowerShell(text: string): ParsedScript {
  // The grammar takes no digit in the name of a parameter, which PowerShell does; marks stand in their place
  const marked = text
    .replace(/^\uFEFF/, '')
    .replace(/(?<=[\s(]-[A-Za-z_]+)\d+(?=[A-Za-z]* )/g, (digits) =>
      [...digits].map((digit) => `qq${'abcdefghij'[Number(digit)]}`).join(''),
    )
  const tree = parser.parse(marked)!
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

const commandOf = (node: Node): ParsedScript['commands'][number] => ({
  name: node.childForFieldName('command_name')?.text ?? textOf(node, 'command_name'),
  parameters: node
    .descendantsOfType('command_parameter')
    .flatMap((one) => (one && ownerOf(one)?.id === node.id ? [unmarked(one.text.slice(1))] : [])),
})
const ownerOf = (node: Node): Node | null =>
  node.parent === null || node.parent.type === 'command' ? node.parent : ownerOf(node.parent)
const unmarked = (text: string): string =>
  text.replace(/qq([a-j])/g, (_, letter: string) => `${'abcdefghij'.indexOf(letter)}`)
