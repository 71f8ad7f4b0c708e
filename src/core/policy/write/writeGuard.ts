import type { Node } from 'jsonc-parser'
import { formatPolicy } from './formatPolicy.ts'
import { type Guard, type GuardPlace, SIDS, statementOf } from './guards.ts'
import { saidBy, statementNodes } from './statementNodes.ts'

/**
 * Puts a guard into a policy, in place of the one of its kind, or takes it out where it names nothing. The rest stays letter by letter; a policy in
 * one line is laid out first. Null where the text is no policy to write into.
 */
export function writeGuard(text: string, guard: Guard, place: GuardPlace): string | null {
  const isNew = text.trim() === ''
  if (isNew && guard.values.length === 0) return text
  const begun = isNew ? JSON.stringify({ Version: '2012-10-17', Statement: place.begin }) : text
  const laidOut = begun.trim().includes('\n') ? begun : formatPolicy(begun)
  const found = statementNodes(laidOut)
  if (found === null) return null
  const { statements, list } = found
  const own = statements.find((one) => saidBy(one).Sid === SIDS[guard.kind])
  if (guard.values.length === 0) return own ? takeOut(laidOut, own, statements) : text
  const statement = JSON.stringify(statementOf(guard, place), null, 2)
  if (own) return replace(laidOut, own.offset, endOf(own), indented(statement, indentOf(laidOut, own)))
  const last = statements.at(-1)
  if (last) {
    const indent = indentOf(laidOut, last)
    const added = `${laidOut.slice(last.offset, endOf(last))},\n${indent}${indented(statement, indent)}`
    // one that stands in no list gets one
    return replace(laidOut, last.offset, endOf(last), list ? added : `[${added}]`)
  }
  const only = `[\n    ${indented(statement, '    ')}\n  ]`
  if (list) return replace(laidOut, list.offset, endOf(list), only)
  const { root } = found
  const before = root.children?.length ? ',' : ''
  return replace(laidOut.trimEnd(), endOf(root) - 1, endOf(root), `${before}"Statement": ${only}\n}`)
}

/** With the comma that parts it from its neighbour. */
function takeOut(text: string, own: Node, statements: readonly Node[]): string {
  const index = statements.indexOf(own)
  const [before, after] = [statements[index - 1], statements[index + 1]]
  if (before) return replace(text, endOf(before), endOf(own), '')
  return replace(text, own.offset, after ? after.offset : endOf(own), '')
}

const endOf = ({ offset, length }: Node): number => offset + length
const replace = (text: string, from: number, to: number, by: string): string =>
  `${text.slice(0, from)}${by}${text.slice(to)}`
const indented = (text: string, indent: string): string => text.replaceAll('\n', `\n${indent}`)
/** The white space that the line of a statement begins with. */
const indentOf = (text: string, { offset }: Node): string =>
  /^[ \t]*/.exec(text.slice(text.lastIndexOf('\n', offset - 1) + 1))![0]
