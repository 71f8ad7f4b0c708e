import type { PolicyKind } from '../../policy/document.ts'
import { readPolicy } from '../../policy/read/readPolicy.ts'
import { openPolicyText } from '../../policy/text/openPolicyText.ts'

/** A policy that cannot be read, mended in one step. */
export interface Repair {
  readonly title: string
  readonly text: string
}

/** What makes a policy readable that is not: a principal where one is missing, or where none may stand. */
export function repairPolicy(text: string, kind: PolicyKind, account: string): readonly Repair[] {
  const read = readPolicy(text, kind)
  // what is wrong beside that is not mended, and a text that is nested too deep must not be taken apart
  if (read.ok || !read.problems.every(({ message }) => message.includes('Principal'))) return []
  const statements = statementsIn(text)
  if (statements === null) return []
  const each = (title: string, needs: (statement: object) => boolean, element: string, value: unknown): Repair => ({
    title,
    text: statements.reduce<string>((now, statement, i) => {
      const open = openPolicyText(now)
      return needs(statement) ? open.set(open.pathTo(i, element), value) : now
    }, text),
  })
  const lacks = (one: object) => !('Principal' in one || 'NotPrincipal' in one)
  const has = (one: object) => 'Principal' in one
  const repairs =
    kind === 'endpoint'
      ? [each('Add "Principal": "*"', lacks, 'Principal', '*')]
      : kind === 'identity'
        ? [each('Take out Principal', has, 'Principal', undefined)]
        : kind === 'resource' && account !== ''
          ? [each(`Name the account ${account} as Principal`, lacks, 'Principal', { AWS: account })]
          : []
  return repairs.filter((one) => readPolicy(one.text, kind).ok)
}

/** The statements of a text that is JSON; null where it is not. */
function statementsIn(text: string): readonly object[] | null {
  try {
    const { Statement } = JSON.parse(text) as { Statement?: unknown }
    const all = [Statement].flat().filter((one): one is object => typeof one === 'object' && one !== null)
    return all.length > 0 ? all : null
  } catch {
    return null // what is no JSON is told as that
  }
}
