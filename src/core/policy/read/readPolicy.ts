import type { Node } from 'jsonc-parser'
import { listChoices } from '../../base/words.ts'
import type { PolicyDocument, PolicyKind, Statement } from '../document.ts'
import type { LanguageVersion } from '../language/template.ts'
import { type PolicyProblem, placeOf, readJson } from './json.ts'
import { createReading, type Reading } from './reading.ts'
import { readStatement } from './readStatement.ts'

/** A policy, or all that is wrong with its text. */
export type PolicyResult =
  | { readonly ok: true; readonly document: PolicyDocument }
  | { readonly ok: false; readonly problems: readonly PolicyProblem[] }

/** With white space. Source: PrivateLink guide, endpoint policies. */
const LONGEST_OF_ENDPOINT = 20_480
/** Without white space. The longest policy that any service takes is one of an OpenSearch domain, with 100 KiB. Source: OpenSearch Service guide, quotas. */
const LONGEST = 102_400
const VERSIONS: readonly LanguageVersion[] = ['2008-10-17', '2012-10-17']
const ELEMENTS = ['Version', 'Id', 'Statement']

/** Reads a policy's text, by the grammar of the language. Source: IAM guide, grammar of the IAM JSON policy language. */
export function readPolicy(text: string, kind: PolicyKind): PolicyResult {
  if (text.length > LONGEST_OF_ENDPOINT && kind === 'endpoint')
    return failed([
      { line: 1, column: 1, message: `has ${text.length} characters; an endpoint’s policy has at most 20,480` },
    ])
  const end = endOfLongest(text)
  if (end !== null)
    return failed([{ ...placeOf(text, end), message: 'is too long: no policy has more than 102,400 characters' }])
  const json = readJson(text)
  if ('problem' in json) return failed([json.problem])
  const reading = createReading(text)
  const document = readDocument(json.root, kind, reading)
  return reading.problems.length > 0 || !document ? failed(reading.problems) : { ok: true, document }
}

/** Where a text gets too long; null where it does not. */
function endOfLongest(text: string): number | null {
  if (text.length <= LONGEST) return null
  let count = 0
  for (const { index } of text.matchAll(/\S/g)) if (++count > LONGEST) return index
  return null
}

const failed = (problems: readonly PolicyProblem[]): PolicyResult => ({ ok: false, problems })

function readDocument(root: Node, kind: PolicyKind, reading: Reading): PolicyDocument | null {
  const elements = reading.members(root, 'a policy', ELEMENTS)
  if (!elements) return null
  const version = elements.get('Version')
  const said = version ? reading.text(version, 'Version') : '2008-10-17'
  const known = VERSIONS.find((one) => one === said)
  if (version && said !== null && !known)
    reading.tell(
      version,
      `“${said}” is no version of the language; it is ${listChoices(VERSIONS.map((one) => `“${one}”`))}`,
    )
  const id = elements.get('Id')
  const statement = elements.get('Statement')
  if (!statement) {
    reading.tell(root, 'Statement is missing')
    return null
  }
  const nodes = statement.type === 'array' ? (statement.children ?? []) : [statement]
  if (nodes.length === 0) reading.tell(statement, 'Statement is empty')
  const statements = nodes.map((node) => readStatement(node, kind, reading)).filter((one) => one !== null)
  tellRepeated(statements, nodes, reading)
  return { version: known ?? '2008-10-17', id: (id && reading.text(id, 'Id')) ?? '', statements }
}

/** Source: IAM guide, JSON policy elements, Sid ("must be unique within a JSON policy"). */
function tellRepeated(statements: readonly Statement[], nodes: readonly Node[], reading: Reading): void {
  const seen = new Set<string>()
  for (const [i, { sid }] of statements.entries()) {
    if (sid !== '' && seen.has(sid)) reading.tell(nodes[i]!, `the Sid “${sid}” stands in another statement too`)
    seen.add(sid)
  }
}
